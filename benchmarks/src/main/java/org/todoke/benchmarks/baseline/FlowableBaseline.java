package org.todoke.benchmarks.baseline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The same hop done by an engine of processes, embedded, in a database of its own on the same
 * server: every recipient is given its copy by an asynchronous task, and its process then waits for
 * the acknowledgement. Set up as its documentation advises for speed: no history, no engines that
 * are not used, asynchronous executor with the global lock, jobs that are not exclusive, bulk
 * inserts, many starts in one transaction.
 */
public final class FlowableBaseline implements AutoCloseable {

  /** How the recipients are modelled. */
  public enum Model {
    PROCESS_PER_RECIPIENT("recipient", "a process per recipient"),
    MULTI_INSTANCE("cascade", "one process, multi-instance");

    private final String key;
    private final String label;

    Model(String key, String label) {
      this.key = key;
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  private static final int THREADS = 4;
  private static final int STARTS_PER_TRANSACTION = 100;
  private static final int CONNECTIONS = 16;
  private static final long LOOK_EVERY_MILLIS = 100;
  private static final int EMPTYINGS = 20;
  private static final String DEADLOCK = "40P01";

  private static final String EMPTY =
      """
      do $$
      declare names text;
      begin
        select string_agg(quote_ident(tablename), ', ') into names
        from pg_tables where schemaname = 'public' and tablename like 'act_ru_%';
        execute 'truncate ' || names || ' cascade';
      end
      $$""";

  private static final String HOP =
      """
      <startEvent id="begin"/>
      <sequenceFlow id="a" sourceRef="begin" targetRef="deliver"/>
      <serviceTask id="deliver" flowable:async="true" flowable:exclusive="false"
        flowable:delegateExpression="${arrival}"/>
      <sequenceFlow id="b" sourceRef="deliver" targetRef="acknowledge"/>
      <receiveTask id="acknowledge"/>
      <sequenceFlow id="c" sourceRef="acknowledge" targetRef="end"/>
      <endEvent id="end"/>
      """;

  private static final String DEFINITIONS =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:flowable="http://flowable.org/bpmn" targetNamespace="todoke">
        <process id="recipient" isExecutable="true">%1$s</process>
        <process id="cascade" isExecutable="true">
          <startEvent id="issue"/>
          <sequenceFlow id="d" sourceRef="issue" targetRef="everybody"/>
          <subProcess id="everybody">
            <multiInstanceLoopCharacteristics isSequential="false">
              <loopCardinality>${recipients}</loopCardinality>
            </multiInstanceLoopCharacteristics>
            %2$s
          </subProcess>
          <sequenceFlow id="e" sourceRef="everybody" targetRef="over"/>
          <endEvent id="over"/>
        </process>
      </definitions>
      """
          .formatted(HOP, HOP.replaceAll("(id|sourceRef|targetRef)=\"(\\w+)\"", "$1=\"$2Each\""));

  private final String url;
  private final String user;
  private final String password;
  private final ProcessEngine engine;
  private final DoubleSupplier cpuSeconds;

  /**
   * One measurement.
   *
   * @param took until the last recipient's process waits for the acknowledgement
   * @param delivered how many do; fewer than recipients where the time was up
   */
  public record Delivered(
      Model model, int recipients, int delivered, Duration took, double cpuSeconds) {

    public boolean isWhole() {
      return delivered == recipients;
    }

    /** Not a number where it did not come to its end. */
    public double microsPerDelivery() {
      return isWhole() ? took.toNanos() / 1e3 / recipients : Double.NaN;
    }
  }

  /**
   * @param url of an empty database
   * @param cpuSeconds of this process and of the database so far
   */
  public FlowableBaseline(String url, String user, String password, DoubleSupplier cpuSeconds) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.cpuSeconds = cpuSeconds;
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setJdbcUrl(url);
    configuration.setJdbcUsername(user);
    configuration.setJdbcPassword(password);
    configuration.setJdbcDriver("org.postgresql.Driver");
    configuration.setJdbcMaxActiveConnections(CONNECTIONS);
    configuration.setJdbcMaxIdleConnections(CONNECTIONS);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryLevel(HistoryLevel.NONE);
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    configuration.setBulkInsertEnabled(true);
    configuration.setAsyncExecutorActivate(true);
    configuration.getAsyncExecutorConfiguration().setGlobalAcquireLockEnabled(true);
    configuration.setBeans(
        Map.of(
            "arrival",
            (JavaDelegate) execution -> execution.setVariableLocal("reachedAt", "2026-11-24")));
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addString("todoke.bpmn20.xml", DEFINITIONS)
        .deploy();
  }

  /** Measures, and forgets all processes afterwards. */
  public Delivered measure(Model model, int recipients, Duration atMost) throws SQLException {
    try (Connection looking = DriverManager.getConnection(url, user, password)) {
      execute(looking, "checkpoint");
      double cpu = cpuSeconds.getAsDouble();
      long began = System.nanoTime();
      long end = began + atMost.toNanos();
      ExecutorService starters = Executors.newFixedThreadPool(THREADS);
      try {
        List<Future<?>> starts = start(model, recipients, starters);
        int delivered = 0;
        while (delivered < recipients && System.nanoTime() < end) {
          failFast(starts);
          TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
          delivered = waiting(looking);
        }
        return new Delivered(
            model,
            recipients,
            delivered,
            Duration.ofNanos(System.nanoTime() - began),
            cpuSeconds.getAsDouble() - cpu);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } finally {
        starters.shutdownNow();
        forget(looking);
      }
    }
  }

  private List<Future<?>> start(Model model, int recipients, ExecutorService starters) {
    List<Future<?>> starts = new ArrayList<>();
    if (model == Model.MULTI_INSTANCE) {
      starts.add(
          starters.submit(
              () ->
                  engine
                      .getRuntimeService()
                      .startProcessInstanceByKey(model.key, Map.of("recipients", recipients))));
      return starts;
    }
    for (int from = 0; from < recipients; from += STARTS_PER_TRANSACTION) {
      int first = from;
      int after = Math.min(recipients, from + STARTS_PER_TRANSACTION);
      starts.add(starters.submit(() -> startSome(model, first, after)));
    }
    return starts;
  }

  private void startSome(Model model, int first, int after) {
    engine
        .getManagementService()
        .executeCommand(
            context -> {
              for (int i = first; i < after; i++) {
                engine
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                        model.key, Map.of("organization", "kj:" + (1_000_000_000L + i)));
              }
              return null;
            });
  }

  private static void failFast(List<Future<?>> starts) throws InterruptedException {
    for (Future<?> start : starts) {
      try {
        if (start.isDone()) {
          start.get(0, TimeUnit.SECONDS);
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("Flowable could not start", e.getCause());
      } catch (TimeoutException e) {
        // Done, so it does not happen.
      }
    }
  }

  private static int waiting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select count(*) from act_ru_execution where act_id_ like 'acknowledge%'")) {
      count.next();
      return count.getInt(1);
    }
  }

  /**
   * What still runs loses its connection; the tables are emptied for the next measurement. The
   * engine connects anew at once, and may be in the way of that; then once more.
   */
  private static void forget(Connection connection) throws SQLException {
    for (int left = EMPTYINGS; ; left--) {
      try {
        execute(
            connection,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                + " current_database() and pid <> pg_backend_pid() and state <> 'idle'");
        execute(connection, EMPTY);
        return;
      } catch (SQLException e) {
        if (left == 1 || !DEADLOCK.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Version of the engine that is measured. */
  public static String version() {
    return ProcessEngine.VERSION;
  }

  @Override
  public void close() {
    engine.close();
  }
}
