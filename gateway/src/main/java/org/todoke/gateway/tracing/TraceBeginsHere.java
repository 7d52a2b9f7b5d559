package org.todoke.gateway.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Tells services the trace of a request (W3C Trace Context) and takes none from callers: nobody
 * outside decides what is traced, or puts requests of others into a trace of theirs. Removing the
 * header on the way to a service comes too late, because the server has read it by then.
 *
 * <p>Found by OpenTelemetry as a service under the name in {@code quarkus.otel.propagators}.
 */
public final class TraceBeginsHere implements ConfigurablePropagatorProvider {

  private static final String NAME = "begins-here";

  @Override
  public TextMapPropagator getPropagator(ConfigProperties config) {
    return new OutwardsOnly(W3CTraceContextPropagator.getInstance());
  }

  @Override
  public String getName() {
    return NAME;
  }

  private record OutwardsOnly(TextMapPropagator both) implements TextMapPropagator {

    @Override
    public Collection<String> fields() {
      return both.fields();
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
      both.inject(context, carrier, setter);
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
      return context;
    }
  }
}
