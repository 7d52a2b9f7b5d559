package org.todoke.messaging;

/**
 * First number of the pairs that our advisory locks are made of; the second is a shard or the hash
 * of a name. They end with the transaction, so a killed process frees them at once.
 */
final class AdvisoryLocks {

  /** Exclusive per shard: only its holder sends. */
  static final int RELAY_SHARD = 0x70D0_0001;

  /** Shared per consumer while events are handled, exclusive while parked ones are replayed. */
  static final int CONSUMER = 0x70D0_0002;

  /** Exclusive: one instance cleans up. */
  static final int HOUSEKEEPING = 0x70D0_0003;

  private AdvisoryLocks() {}
}
