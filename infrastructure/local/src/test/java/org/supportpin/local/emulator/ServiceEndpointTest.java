package org.supportpin.local.emulator;

import java.util.Map;

/**
 * Against what {@code AWS_ENDPOINT_URL} (or {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code …_KMS} and {@code …_SNS}) names; where it names
 * nothing, it is skipped. {@code SUPPORT_PIN_EMULATOR} says what answers there.
 */
class ServiceEndpointTest extends AwsContract {

    private final Map<String, String> environment = System.getenv();

    @Override
    protected Emulator emulator() {
        return Emulator.named(environment);
    }

    @Override
    protected Aws open() {
        if (environment.keySet().stream().noneMatch(name -> name.startsWith("AWS_ENDPOINT_URL"))) {
            Containers.skip("the tests against an endpoint need AWS_ENDPOINT_URL, the address of a running emulator");
        }
        return new Aws(environment);
    }
}
