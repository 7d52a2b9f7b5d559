#!/bin/sh
# Creates the topics of topics.txt where they are missing. The broker creates none by itself.
set -eu

bootstrap=${KAFKA_BOOTSTRAP_SERVERS:?host and port of a broker}
replicas=${KAFKA_REPLICATION_FACTOR:-1}
tool=${KAFKA_TOPICS_TOOL:-/opt/kafka/bin/kafka-topics.sh}

grep -v '^#' "$(dirname "$0")/topics.txt" | while read -r name partitions policy; do
  [ -n "$name" ] || continue
  "$tool" --bootstrap-server "$bootstrap" --create --if-not-exists --topic "$name" \
    --partitions "$partitions" --replication-factor "$replicas" --config "cleanup.policy=$policy" </dev/null
done
