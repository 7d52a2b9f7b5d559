package org.todoke.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.todoke.testing.TodokeServiceResource;

/** The running gateway before stubs of the services, with the real token issuer. */
@QuarkusTest
@QuarkusTestResource(UpstreamStubs.class)
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "kafka", value = "false"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface GatewayTest {}
