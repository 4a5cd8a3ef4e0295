package org.supportpin.connectorcheck;

import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;
import software.amazon.awssdk.services.sesv2.model.GetAccountRequest;
import software.amazon.awssdk.services.sesv2.model.GetEmailIdentityRequest;

/** A client of SES that can make two reading calls, and throws at any other before anything is signed or sent. */
final class ReadingSes implements ExecutionInterceptor {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ReadingSes() {}

    /**
     * With one attempt for each call.
     *
     * @param builder with the region and credentials to use
     */
    static SesV2Client of(SesV2ClientBuilder builder) {
        return builder.httpClientBuilder(Apache5HttpClient.builder())
                .overrideConfiguration(configuration -> configuration
                        .apiCallTimeout(PATIENCE)
                        .addExecutionInterceptor(new ReadingSes())
                        .retryStrategy(
                                StandardRetryStrategy.builder().maxAttempts(1).build()))
                .build();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        switch (context.request()) {
            case GetAccountRequest _, GetEmailIdentityRequest _ -> {}
            default -> throw SdkClientException.create("the connector check only reads");
        }
    }
}
