package org.todoke.notice.delivery;

import java.io.Serializable;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;

/** Which organisation's copy of which notice; written with a slash, it is the key of its events. */
public record DeliveryId(UUID noticeId, String organization) implements Serializable {

  public static DeliveryId of(UUID noticeId, OrganizationCode organization) {
    return new DeliveryId(noticeId, organization.value());
  }

  @Override
  public String toString() {
    return noticeId + "/" + organization;
  }
}
