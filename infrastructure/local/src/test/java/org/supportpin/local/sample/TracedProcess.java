package org.supportpin.local.sample;

import java.util.List;
import org.supportpin.functions.aws.AwsClients;
import software.amazon.awssdk.core.exception.SdkException;

/** A process that calls AWS as Lambda's runtime lets a function do: with the trace of the invocation in a system property. */
public final class TracedProcess {

    private TracedProcess() {}

    public static void main(String[] args) {
        System.setProperty("com.amazonaws.xray.traceHeader", args[0]);
        try (var clients = new AwsClients(System.getenv(), List.of())) {
            clients.dynamoDb().listTables();
        } catch (SdkException nobodyAnswersRight) {
            System.out.println("asked");
        }
    }
}
