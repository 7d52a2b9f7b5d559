#!/bin/sh
# Creates the topics of topics.txt where they are missing. The broker creates none by itself.
set -eu

bootstrap=${KAFKA_BOOTSTRAP_SERVERS:?host and port of a broker}
replicas=${KAFKA_REPLICATION_FACTOR:-1}
tool=${KAFKA_TOPICS_TOOL:-/opt/kafka/bin/kafka-topics.sh}

grep -v '^#' "$(dirname "$0")/topics.txt" | while read -r name partitions policy; do
  [ -n "$name" ] || continue
  # A tombstone says that the law had something erased: consumers that were away for a month still hear of it.
  kept=
  [ "$policy" != compact ] || kept='--config delete.retention.ms=2592000000'
  # shellcheck disable=SC2086 # two words, or none
  "$tool" --bootstrap-server "$bootstrap" --create --if-not-exists --topic "$name" \
    --partitions "$partitions" --replication-factor "$replicas" --config "cleanup.policy=$policy" $kept </dev/null
done
