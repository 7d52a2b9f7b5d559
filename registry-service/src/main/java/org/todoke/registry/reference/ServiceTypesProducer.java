package org.todoke.registry.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.todoke.registry.organization.ServiceTypes;

/** Gives the rules the list of service types. */
@ApplicationScoped
class ServiceTypesProducer {

  @Produces
  @Singleton
  ServiceTypes serviceTypes() {
    return new ServiceTypes(ReferenceLists.serviceTypes());
  }
}
