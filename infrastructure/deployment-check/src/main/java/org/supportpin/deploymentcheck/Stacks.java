package org.supportpin.deploymentcheck;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.command.Report;
import software.amazon.awssdk.core.exception.SdkException;

/** The service's stack, the monitoring that imports from it, and what only the account knows. */
final class Stacks {

    private static final String TOPIC = "AlarmTopicArn";
    private static final List<String> CONNECTORS =
            List.of("BillingConnector", "DnsConnector", "RegistrarConnector", "HostingConnector", "MailConnector");

    private final Account account;
    private final Report report;
    private Account.@Nullable Stack found;

    Stacks(Account account, Report report) {
        this.account = account;
        this.report = report;
    }

    /** Reads the stack, and tells what it says. Where AWS refuses one thing, the others are looked at all the same. */
    void look(String name, URI api) {
        allowed("the stack", "cloudformation:DescribeStacks", () -> found = account.stack(name));
        if (found == null) {
            report.note("SMS, alarms and connectors were not looked at.", "They need the stack.");
            return;
        }
        var stack = found;
        tell(stack, api);
        connectors(stack);
        allowed("SMS", "sns:GetSMSSandboxAccountStatus and GetSMSAttributes", () -> sms(stack));
        allowed(
                "the alarms",
                "cloudformation:ListImports and DescribeStacks, and sns:ListSubscriptionsByTopic",
                () -> alarms(stack));
    }

    /** Empty if AWS did not show it. */
    Optional<Account.Stack> found() {
        return Optional.ofNullable(found);
    }

    private void allowed(String what, String needed, Runnable look) {
        try {
            look.run();
        } catch (SdkException e) {
            // The message may name an account; the class says what kind of fault it is.
            report.problem(
                    "AWS did not show " + what + " (" + e.getClass().getSimpleName() + ").",
                    "Check the name, the region (AWS_REGION) and the credentials: `aws cloudformation describe-stacks --stack-name …` must work. They need "
                            + needed + ".");
        }
    }

    private void tell(Account.Stack stack, URI api) {
        if (!stack.status().endsWith("_COMPLETE") || stack.status().contains("ROLLBACK")) {
            report.problem(
                    "The stack is in " + stack.status() + ".",
                    "See “When the first deployment fails” and “Rolling back” in docs/deployment.md.");
        } else {
            report.ok("The stack is in " + stack.status() + ".");
        }
        if (!stack.output("ApiUrl").equals(Optional.of(api.toString()))) {
            report.note(
                    "-Dapi is not the stack's output ApiUrl.",
                    "That is as it should be if the API has a domain name of its own.");
        }
    }

    private void connectors(Account.Stack stack) {
        for (var each : CONNECTORS) {
            var connector = stack.parameter(each);
            if (connector.isEmpty()) {
                report.problem(each + " is not set.", "See docs/connectors/README.md.");
            } else if (connector.get().equals("simulated")) {
                report.note(
                        each + " is simulated: nothing happens in a real system.",
                        "Before the first real customer, choose one in docs/connectors/README.md.");
            } else {
                report.note(
                        each + " is " + connector.get() + "; whether it fits is not seen from outside.",
                        "Run mvn -Pconnector-check -Dconnector=" + connector.get() + " -Dsettings=FILE.");
            }
        }
    }

    private void sms(Account.Stack stack) {
        if (account.isInSmsSandbox()) {
            missing(
                    stack,
                    "SMS are in the sandbox: only numbers verified there receive one.",
                    "Ask AWS Support to move the account out of it; it takes days.");
        } else {
            report.ok("SMS are out of the sandbox.");
        }
        var limit = account.smsSpendLimit().orElse("1");
        report.note(
                "SMS stop when they have cost " + limit + " USD in a month.",
                "To change it: aws sns set-sms-attributes --attributes MonthlySpendLimit=…, up to what AWS Support allows.");
    }

    private void alarms(Account.Stack stack) {
        var importers = account.importers(stack.name() + "-ApiId");
        if (importers.isEmpty()) {
            report.problem(
                    "No stack watches this one.",
                    "Deploy infrastructure/monitoring.yaml: docs/deployment.md has the command.");
        }
        for (var importer : importers) {
            var monitoring = account.stack(importer);
            monitoring
                    .parameter(TOPIC)
                    .ifPresentOrElse(
                            topic -> topic(topic, "The monitoring's alarms"),
                            () -> report.problem(
                                    "The monitoring's alarms tell nobody.",
                                    "Set " + TOPIC + " of the stack " + monitoring.name() + "."));
        }
        stack.parameter(TOPIC)
                .ifPresentOrElse(
                        topic -> topic(topic, "The service's own alarms"),
                        () -> missing(
                                stack,
                                "The service's own alarms tell nobody.",
                                "Set " + TOPIC + " of the stack " + stack.name() + "."));
    }

    /** What production needs: a trial does without, and only has to know. */
    private void missing(Account.Stack stack, String what, String advice) {
        if (stack.parameter("Trial").equals(Optional.of("true"))) {
            report.note(what, "A trial does without. Before production: " + advice);
        } else {
            report.problem(what, advice);
        }
    }

    private void topic(String topic, String whose) {
        var subscribers = account.subscribers(topic);
        if (subscribers == 0) {
            report.problem(
                    whose + " go to a topic that nobody has subscribed to and confirmed.",
                    "Subscribe somebody, who then follows the link in the mail: aws sns subscribe --topic-arn …");
        } else {
            report.ok("%s reach %d %s.".formatted(whose, subscribers, subscribers == 1 ? "subscriber" : "subscribers"));
        }
    }
}
