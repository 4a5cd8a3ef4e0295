package org.supportpin.functions.aws;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * {@link Messenger} by Amazon SNS: transactional, with the hosting company's sender id. SNS has no idempotency, so the client must
 * make one attempt only.
 */
public final class SnsMessenger implements Messenger {

    /** The recipient has opted out. */
    private static final Set<String> OPTED_OUT = Set.of("OptedOut", "OptedOutException");

    /** Something in the request is invalid; the message says what. */
    private static final Set<String> INVALID = Set.of("InvalidParameter", "InvalidParameterException");

    private static final int SERVER_FAULT = 500;

    private final SnsClient sns;
    private final Map<String, MessageAttributeValue> attributes;

    public SnsMessenger(SnsClient sns, String senderId) {
        this.sns = sns;
        this.attributes = Map.of("AWS.SNS.SMS.SMSType", text("Transactional"), "AWS.SNS.SMS.SenderID", text(senderId));
    }

    @Override
    public Handover send(PhoneNumber to, SmsText text) {
        try {
            sns.publish(request ->
                    request.phoneNumber(to.e164()).message(text.reveal()).messageAttributes(attributes));
            return new Handover.Taken();
        } catch (AwsServiceException e) {
            return answered(e);
        } catch (SdkException e) {
            return wasNeverSent(e) ? new Handover.NotTaken(e) : new Handover.Unanswered(e);
        }
    }

    /**
     * SNS refused, or failed. Throttling, the monthly spending limit, a missing permission and a faulty sender ID pass, or are
     * mended by operators; the number's own faults do not.
     */
    private static Handover answered(AwsServiceException e) {
        var details = e.awsErrorDetails();
        var code = details == null || details.errorCode() == null ? "" : details.errorCode();
        var message = details == null || details.errorMessage() == null ? "" : details.errorMessage();
        if (OPTED_OUT.contains(code) || (INVALID.contains(code) && message.contains("PhoneNumber"))) {
            return new Handover.Refused();
        }
        return e.statusCode() >= SERVER_FAULT ? new Handover.Unanswered(e) : new Handover.NotTaken(e);
    }

    /** There was no connection to send it over. */
    private static boolean wasNeverSent(SdkException e) {
        return Stream.<Throwable>iterate(e, each -> each != null, Throwable::getCause)
                .anyMatch(each -> each instanceof ConnectException || each instanceof UnknownHostException);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
