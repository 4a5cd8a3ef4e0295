package org.supportpin.deploymentcheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * What the AWS account says of a stack, of SMS and of a topic. It only reads, with the credentials and region of the AWS CLI. Every
 * method throws {@link software.amazon.awssdk.core.exception.SdkException} if AWS refuses or cannot be reached.
 */
final class Account implements AutoCloseable {

    /** A stack's parameters and outputs. */
    record Stack(String name, String status, Map<String, String> parameters, Map<String, String> outputs) {

        Optional<String> parameter(String key) {
            return Optional.ofNullable(parameters.get(key)).filter(value -> !value.isBlank());
        }

        Optional<String> output(String key) {
            return Optional.ofNullable(outputs.get(key));
        }
    }

    private final Supplier<CloudFormationClient> cloudFormation;
    private final Supplier<SnsClient> sns;
    private @Nullable CloudFormationClient stacks;
    private @Nullable SnsClient messages;

    Account() {
        this(CloudFormationClient::create, SnsClient::create);
    }

    Account(Supplier<CloudFormationClient> cloudFormation, Supplier<SnsClient> sns) {
        this.cloudFormation = cloudFormation;
        this.sns = sns;
    }

    private CloudFormationClient stacks() {
        if (stacks == null) {
            stacks = cloudFormation.get();
        }
        return stacks;
    }

    private SnsClient messages() {
        if (messages == null) {
            messages = sns.get();
        }
        return messages;
    }

    Stack stack(String name) {
        var stack = stacks().describeStacks(describe -> describe.stackName(name))
                .stacks()
                .getFirst();
        return new Stack(
                name,
                stack.stackStatusAsString(),
                stack.parameters().stream()
                        .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)),
                stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
    }

    /** The names of the stacks that import what a stack exports under this name. */
    List<String> importers(String export) {
        try {
            return stacks().listImports(list -> list.exportName(export)).imports();
        } catch (software.amazon.awssdk.services.cloudformation.model.CloudFormationException e) {
            // What nobody imports is a fault to CloudFormation.
            if (e.awsErrorDetails() != null
                    && e.awsErrorDetails().errorMessage().contains("is not imported by")) {
                return List.of();
            }
            throw e;
        }
    }

    /** Whether SMS go to verified numbers alone. */
    boolean isInSmsSandbox() {
        return messages().getSMSSandboxAccountStatus(_ -> {}).isInSandbox();
    }

    /** In US dollars a month; empty if it was never set, which is 1. */
    Optional<String> smsSpendLimit() {
        return Optional.ofNullable(messages()
                .getSMSAttributes(get -> get.attributes("MonthlySpendLimit"))
                .attributes()
                .get("MonthlySpendLimit"));
    }

    /** How many have confirmed that they want a topic's messages. */
    long subscribers(String topic) {
        return messages().listSubscriptionsByTopicPaginator(list -> list.topicArn(topic)).subscriptions().stream()
                .map(Subscription::subscriptionArn)
                .filter(arn -> arn.startsWith("arn:"))
                .count();
    }

    @Override
    public void close() {
        if (stacks != null) {
            stacks.close();
        }
        if (messages != null) {
            messages.close();
        }
    }
}
