package org.todoke.registry.organization;

import java.util.Set;

/** The codes of the services that an establishment can offer (サービス種類コード). */
public record ServiceTypes(Set<String> codes) {

  public ServiceTypes {
    codes = Set.copyOf(codes);
  }
}
