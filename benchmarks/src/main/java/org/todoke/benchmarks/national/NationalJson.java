package org.todoke.benchmarks.national;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.todoke.benchmarks.baseline.FlowableBaseline;
import org.todoke.benchmarks.measure.Percentiles;

/** The figures of one size for a machine. What could not be measured is left out. */
final class NationalJson {

  private final NationalFigures figures;

  NationalJson(NationalFigures figures) {
    this.figures = figures;
  }

  ObjectNode node() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    var machine = figures.machine();
    root.putObject("machine")
        .put("cores", machine.cores())
        .put("memoryMiB", machine.memoryMiB())
        .put("processor", machine.processor())
        .put("system", machine.system())
        .put("java", machine.java())
        .put("load", machine.load());
    root.put("at", machine.at().toString());
    root.put("commit", machine.commit());
    root.putObject("size")
        .put("fraction", figures.size().fraction())
        .put("corporations", figures.size().corporations())
        .put("establishments", figures.size().establishments())
        .put("deliveries", figures.cascade().times().deliveries());
    root.put("load", figures.load().name());
    root.put("corporationsForward", figures.corporations());
    cascade(root.putObject("cascade"));
    storm(root.putObject("storm"));
    baselines(root.putObject("baselines"));
    ObjectNode heap = root.putObject("heapMiB");
    figures.heapMiB().forEach(heap::put);
    ArrayNode goals = root.putArray("goals");
    for (Goal goal : Goal.of(figures)) {
      ObjectNode node = goals.addObject().put("name", goal.name()).put("wanted", goal.wanted());
      put(node, "measured", goal.measured());
      node.put("verdict", goal.verdict());
    }
    root.putObject("soundness")
        .put("differences", figures.soundness().differences())
        .put("acknowledgedThere", figures.soundness().acknowledgedThere())
        .put("acknowledgedHere", figures.soundness().acknowledgedHere());
    root.put("peakMemoryMiB", figures.peakMemoryMiB());
    return root;
  }

  private void cascade(ObjectNode node) {
    CascadeTimes times = figures.cascade().times();
    seconds(node, "issued", times.issued());
    seconds(node, "forwarded", times.forwarded());
    seconds(node, "reached", times.reached());
    seconds(node, "told", times.told());
    seconds(node, "settled", times.settled());
    node.put("events", times.events());
    node.put("callsMadeAgain", times.tried());
    node.put("assignmentEvents", times.assignmentEvents());
    put(node, "eventsPerSecond", times.eventsPerSecond());
    put(node, "microsPerDelivery", times.microsPerDelivery());
    put(node, "cpuSecondsPerThousand", figures.cascade().cpuSecondsPerThousand());
    put(node, "timesBaselines", figures.timesBaselines());
    ObjectNode calls = node.putObject("calls");
    times.calls().forEach((tier, latency) -> latency(calls.putObject(tier), latency));
    cpu(node.putObject("cpuSeconds"), figures.cascade().cpu(), figures.cascade().callersCpu());
    Footprint grown = figures.cascade().grown();
    node.put("walBytes", grown.walPosition());
    node.put("noticeBytes", grown.noticeBytes());
    node.put("checklistBytes", grown.checklistBytes());
    ObjectNode rows = node.putObject("rows");
    grown.rows().forEach(rows::put);
    status(node.putObject("status"), figures.cascade().status());
  }

  private void storm(ObjectNode node) {
    AckStorm.Outcome outcome = figures.storm().acknowledgements();
    node.put("acknowledged", outcome.acknowledged());
    node.put("connections", outcome.connections());
    seconds(node, "seconds", outcome.took());
    put(node, "perSecond", outcome.perSecond());
    put(node, "partOfCommits", figures.partOfCommits());
    latency(node.putObject("latency"), outcome.latency());
    outcome.otherAnswers().forEach((status, count) -> node.put("status" + status, count));
    seconds(node, "drained", figures.storm().drained());
    cpu(node.putObject("cpuSeconds"), figures.storm().cpu(), figures.storm().callersCpu());
    node.put("walBytes", figures.storm().walBytes());
    Percentiles ages = figures.storm().ages();
    ObjectNode age = node.putObject("age").put("looks", ages.count());
    put(age, "p50", ages.at(50));
    put(age, "p95", ages.at(95));
    status(node.putObject("status"), figures.storm().status());
  }

  private void baselines(ObjectNode node) {
    NationalFigures.Bare bare = figures.baselines().bare();
    ObjectNode insert = node.putObject("insert").put("rows", bare.inserted().rows());
    seconds(insert, "seconds", bare.inserted().took());
    insert.put("walBytes", bare.inserted().walBytes());
    ObjectNode produce =
        node.putObject("produce").put("events", bare.events()).put("bytes", bare.eventBytes());
    seconds(produce, "seconds", bare.produced());
    node.putObject("commits")
        .put("commits", figures.baselines().committed().commits())
        .put("connections", figures.baselines().committed().connections())
        .put("perSecond", figures.baselines().committed().perSecond());
    ArrayNode flowable = node.putArray("flowable");
    for (FlowableBaseline.Delivered each : figures.baselines().flowable()) {
      ObjectNode one =
          flowable
              .addObject()
              .put("version", FlowableBaseline.version())
              .put("model", each.model().name())
              .put("recipients", each.recipients())
              .put("delivered", each.delivered())
              .put("cpuSeconds", each.cpuSeconds());
      seconds(one, "seconds", each.took());
      put(one, "microsPerDelivery", each.microsPerDelivery());
    }
    put(node, "timesFlowable", figures.timesFlowable());
  }

  private static void status(ObjectNode node, List<StatusLoad.Outcome> outcomes) {
    for (StatusLoad.Outcome each : outcomes) {
      ObjectNode one = node.putObject(each.name());
      latency(one, each.latency());
      each.otherAnswers().forEach((status, count) -> one.put("status" + status, count));
    }
  }

  private static void cpu(ObjectNode node, Map<String, Double> parts, double callers) {
    parts.forEach(node::put);
    node.put("callers", callers);
  }

  private static void latency(ObjectNode node, Percentiles latency) {
    node.put("count", latency.count());
    put(node, "p50", latency.at(50));
    put(node, "p99", latency.at(99));
  }

  private static void seconds(ObjectNode node, String name, Duration duration) {
    node.put(name, CascadeTimes.seconds(duration));
  }

  private static void put(ObjectNode node, String name, double value) {
    if (!Double.isNaN(value)) {
      node.put(name, value);
    }
  }
}
