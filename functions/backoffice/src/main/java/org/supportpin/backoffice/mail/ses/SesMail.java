package org.supportpin.backoffice.mail.ses;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.mail.RenderedMail;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * {@link MailSender} by {@code SendEmail} of Amazon SES. A mail is sent once SES has given it an id. SES has no idempotency and cannot be
 * asked later, so an unknown outcome stays unknown, and the client must not retry.
 */
public final class SesMail implements MailSender {

    private static final String CHARSET = StandardCharsets.UTF_8.name();

    /** SES rejects the mail itself. The names are its error codes without {@link #ENDING}. */
    private static final Set<String> REFUSALS = Set.of(
            "AccountSuspended",
            "BadRequest",
            "MailFromDomainNotVerified",
            "MessageRejected",
            "NotFound",
            "SendingPaused");

    private static final String ENDING = "Exception";
    private static final int REQUEST_TIMEOUT = 408;

    private final SesSettings settings;
    private final SesV2Client ses;

    /**
     * Creates the connector without calling SES.
     *
     * @param ses with the connectors' time-outs and a single attempt
     */
    public SesMail(SesSettings settings, SesV2Client ses) {
        this.settings = settings;
        this.ses = ses;
    }

    @Override
    public CallOutcome<Sent> send(MailId id, Mail mail) {
        if (Deadline.current().isOver()) {
            return CallOutcome.notDone();
        }
        try {
            var answer = ses.sendEmail(request(id, mail));
            return answer.messageId() == null || answer.messageId().isEmpty()
                    ? CallOutcome.unknown()
                    : CallOutcome.done(new Sent(mail.to()));
        } catch (AwsServiceException e) {
            return answered(e);
        } catch (SdkException e) {
            return nothingWasSent(e) ? CallOutcome.notDone() : CallOutcome.unknown();
        }
    }

    @Override
    public CallOutcome<Sent> find(MailId id, Mail mail) {
        return CallOutcome.unknown();
    }

    private SendEmailRequest request(MailId id, Mail mail) {
        var rendered = RenderedMail.of(mail);
        var message = Message.builder()
                .subject(content(rendered.subject()))
                .body(body -> body.text(content(rendered.text())).html(content(rendered.html())))
                // Prevents automatic replies (RFC 3834 §5).
                .headers(MessageHeader.builder()
                        .name("Auto-Submitted")
                        .value("auto-generated")
                        .build())
                .build();
        return SendEmailRequest.builder()
                .fromEmailAddress(sender())
                .destination(destination -> destination.toAddresses(mail.to().address()))
                .content(content -> content.simple(message))
                .emailTags(tag("action", id.value()), tag("purpose", mail.purpose()))
                .build();
    }

    private static Content content(String text) {
        return Content.builder().data(text).charset(CHARSET).build();
    }

    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    /** With the name encoded as in RFC 2047, because SES accepts only ASCII here. */
    private String sender() {
        try {
            return new InternetAddress(settings.from().address(), settings.fromName(), CHARSET).toString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every platform has UTF-8", impossible);
        }
    }

    private static CallOutcome<Sent> answered(AwsServiceException e) {
        var details = e.awsErrorDetails();
        var code = details == null || details.errorCode() == null ? "" : details.errorCode();
        var name = code.endsWith(ENDING) ? code.substring(0, code.length() - ENDING.length()) : code;
        if (details != null && REFUSALS.contains(name)) {
            return CallOutcome.refused(VendorMessage.refusal(Objects.requireNonNullElse(details.errorMessage(), "")));
        }
        // Not authorised or throttled: SES sends nothing for a request that it does not accept.
        var isNotAccepted = e.statusCode() >= 400 && e.statusCode() < 500 && e.statusCode() != REQUEST_TIMEOUT;
        return isNotAccepted ? CallOutcome.notDone() : CallOutcome.unknown();
    }

    /** There was no connection over which anything could have been sent. */
    private static boolean nothingWasSent(Throwable e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(each -> each instanceof ConnectException
                        || each instanceof UnknownHostException
                        || each instanceof SSLHandshakeException);
    }
}
