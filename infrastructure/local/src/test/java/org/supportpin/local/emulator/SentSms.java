package org.supportpin.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** Notes each SMS that SNS has taken, at the SDK: every emulator has another route to read them, and some have none. */
final class SentSms implements ExecutionInterceptor {

    private final Map<String, String> newest = new ConcurrentHashMap<>();

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof PublishRequest sms && context.response() instanceof PublishResponse taken) {
            assertThat(taken.messageId()).isNotBlank();
            newest.put(sms.phoneNumber(), sms.message());
        }
    }

    String newest(String to) {
        return Objects.requireNonNull(newest.get(to), "SNS has taken no SMS to this number");
    }
}
