package org.todoke.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service is called: {@code notice}, not {@code notice-service}. */
@ApplicationScoped
public class ServiceName {

  private final String name;

  ServiceName(
      @ConfigProperty(name = "todoke.service") Optional<String> service,
      @ConfigProperty(name = "quarkus.application.name", defaultValue = "unnamed")
          String application) {
    this.name = service.orElse(application);
  }

  public String shortName() {
    return name;
  }

  /** The CloudEvents attribute {@code source} of what this service publishes. */
  public String source() {
    return "/todoke/" + name;
  }
}
