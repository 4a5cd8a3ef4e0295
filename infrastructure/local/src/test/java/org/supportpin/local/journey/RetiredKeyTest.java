package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.iam.Role.Grant;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.kms.model.ReEncryptRequest;

/** The steps of docs/runbook.md, "Retire a key", on one machine: a deployment is a restart with a changed template. */
class RetiredKeyTest {

    @TempDir
    private Path folder;

    private Path data;
    private Path project;

    @BeforeEach
    void copy() throws IOException {
        data = folder.resolve("data");
        project = Files.createDirectory(folder.resolve("project"));
        Files.copy(ProjectFiles.root().resolve("template.yaml"), project.resolve("template.yaml"));
    }

    /** The runbook's command that gives the template another key. */
    private void anotherKey() throws IOException, InterruptedException {
        var runbook = Files.readString(ProjectFiles.root().resolve("docs/runbook.md"));
        var command = Pattern.compile("(?m)^ +(sed -E .*template\\.yaml)$").matcher(runbook);
        assertThat(command.find()).isTrue();
        var process = new ProcessBuilder("bash", "-ec", command.group(1))
                .directory(project.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    /** As in samconfig.toml's {@code parameter_overrides}. */
    private void earlierKeys(String arns) throws IOException {
        var template = project.resolve("template.yaml");
        var text = Files.readString(template);
        var parameter =
                Pattern.compile("(?s)(  EarlierKeyArns:.*?Default: )\"[^\"]*\"").matcher(text);
        assertThat(parameter.find()).isTrue();
        Files.writeString(template, parameter.replaceFirst("$1\"" + arns + "\""));
    }

    private static String key(Service service) {
        return service.environment("ActivationFunction").getOrDefault("KEY_ID", "");
    }

    private static void disable(Service service, String key) {
        try (var clients = new AwsClients(service.stack().awsEnvironment(), List.of())) {
            clients.kms().disableKey(request -> request.keyId(key));
        }
    }

    @Test
    void aKeyIsRetiredAndNobodyNotices() throws IOException, InterruptedException {
        String older;
        String number;
        try (var before = Service.lasting(data, project)) {
            older = key(before);
            before.customer("1001").activated();
            before.customer("1002").activated().deactivate().is(204);
            before.customer("1003").declareMobile().is(202);
            number = before.customer("1001").number();
        }
        anotherKey();
        earlierKeys(older);
        try (var during = Service.lasting(data, project)) {
            assertThat(key(during)).isNotEqualTo(older);
            during.customer("1001").view().is(200);
            during.customer("1004").activated();
            assertThat(during.sweep().body().toString()).contains("key-not-current");

            assertThat(during.rewrap().body().toString()).isEqualTo("{\"rewrapped\":3,\"left\":0,\"notOpening\":0}");
            assertThat(during.rewrap().body().toString()).isEqualTo("{\"rewrapped\":0,\"left\":0,\"notOpening\":0}");
            assertThat(during.backDoor().dump()).doesNotContain(older);
            assertThat(during.guard("RewrappingFunction").unused())
                    .extracting(Grant::sid)
                    .containsOnly("Logs", "Traces");
            assertThat(during.sweep().body().path("violationCount").asInt()).isZero();
        }
        earlierKeys("");
        try (var after = Service.lasting(data, project)) {
            disable(after, older);

            var customer = after.customer("1001");
            customer.sendPin().is(202);
            assertThat(customer.newestDigits(number)).isEqualTo(customer.pin());
            after.agent().verify(customer, customer.pin()).is(201);
            after.customer("1002").activate().is(201);
            after.customer("1003")
                    .confirmMobile(after.customer("1003").newestDigits())
                    .is(200);
            after.customer("1004").view().is(200);
            assertThat(after.sweep().body().path("violationCount").asInt()).isZero();
        }
    }

    /** Why the deadline matters: without the run, a disabled key is an outage for its customers. */
    @Test
    void withoutTheRunTheEarlierKeyIsStillNeeded() throws IOException, InterruptedException {
        String older;
        try (var before = Service.lasting(data, project)) {
            older = key(before);
            before.customer("1001").activated();
        }
        anotherKey();
        earlierKeys(older);
        try (var during = Service.lasting(data, project)) {
            disable(during, older);

            during.customer("1001").view().isProblem(503, "temporarily-unavailable");
            during.customer("1002").activated().view().is(200);
        }
    }

    /** A key that was forgotten in EarlierKeyArns costs its customers a new PIN, and nothing else. */
    @Test
    void aKeyThatIsNotAllowedIsTheCustomersTroubleAndCanBeMended() throws IOException, InterruptedException {
        try (var before = Service.lasting(data, project)) {
            before.customer("1001").activated();
        }
        anotherKey();
        try (var after = Service.lasting(data, project)) {
            var customer = after.customer("1001");
            assertThat(customer.view().isProblem(409, "secret-does-not-open").text("remedy"))
                    .isEqualTo("activate");
            customer.activate().isProblem(409, "mobile-required");
            customer.declareMobile().is(202);
            customer.confirmMobile(customer.newestDigits()).is(200);
            customer.activate().is(201);
        }
    }

    /** Dies at the third customer, once. */
    private static final class Crash implements ExecutionInterceptor {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof ReEncryptRequest && calls.incrementAndGet() == 5) {
                throw SdkClientException.create("the connection is gone");
            }
        }
    }

    @Test
    void aRunThatFailedInTheMiddleIsRepeated() throws IOException, InterruptedException {
        String older;
        try (var before = Service.lasting(data, project)) {
            older = key(before);
            for (int customer = 1001; customer < 1006; customer++) {
                before.customer(Integer.toString(customer)).activated();
            }
        }
        anotherKey();
        earlierKeys(older);
        try (var during = Service.lasting(data, project, "RewrappingHandler", new Crash())) {
            during.call("POST", "/local/rewrapping", "", null).is(500);
            assertThat(during.backDoor().dump()).contains(older);

            assertThat(during.rewrap().body().path("rewrapped").asInt()).isEqualTo(3);
            assertThat(during.backDoor().dump()).doesNotContain(older);
            for (int customer = 1001; customer < 1006; customer++) {
                during.customer(Integer.toString(customer)).view().is(200);
            }
        }
    }
}
