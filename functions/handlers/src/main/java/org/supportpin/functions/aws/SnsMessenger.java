package org.supportpin.functions.aws;

import java.util.Map;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** {@link Messenger} by Amazon SNS: transactional, with the hosting company's sender id. */
public final class SnsMessenger implements Messenger {

    private final SnsClient sns;
    private final Map<String, MessageAttributeValue> attributes;

    public SnsMessenger(SnsClient sns, String senderId) {
        this.sns = sns;
        this.attributes = Map.of("AWS.SNS.SMS.SMSType", text("Transactional"), "AWS.SNS.SMS.SenderID", text(senderId));
    }

    @Override
    public void send(PhoneNumber to, SmsText text) {
        try {
            sns.publish(request ->
                    request.phoneNumber(to.e164()).message(text.reveal()).messageAttributes(attributes));
        } catch (SdkException e) {
            throw new SmsUnavailable("Publish failed", e);
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
