package org.todoke.registry.importing.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.todoke.registry.importing.rows.ReferenceKnowledge;

/** What rows are judged by, read once. */
@ApplicationScoped
class ReferenceKnowledgeProducer {

  @Produces
  @Singleton
  ReferenceKnowledge knowledge() {
    return ReferenceKnowledge.official();
  }
}
