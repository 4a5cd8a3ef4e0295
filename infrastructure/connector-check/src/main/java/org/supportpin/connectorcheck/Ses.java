package org.supportpin.connectorcheck;

import java.util.Optional;
import java.util.function.Supplier;
import org.supportpin.backoffice.mail.ses.SesSettings;
import org.supportpin.command.Report;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetAccountResponse;
import software.amazon.awssdk.services.sesv2.model.GetEmailIdentityResponse;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/** Amazon SES: the account ({@code GetAccount}) and the sender's identity ({@code GetEmailIdentity}). */
final class Ses {

    private static final String RIGHTS =
            "Run this with credentials that may call ses:GetAccount and ses:GetEmailIdentity, in the deployment's region (AWS_REGION).";

    private final SesSettings settings;
    private final Supplier<SesV2Client> client;
    private final Report report;

    Ses(SesSettings settings, Supplier<SesV2Client> client, Report report) {
        this.settings = settings;
        this.client = client;
        this.report = report;
    }

    void check() {
        try (var ses = client.get()) {
            var start = System.nanoTime();
            var account = ses.getAccount(request -> {});
            report.ok("SES answered in %d ms.".formatted((System.nanoTime() - start) / 1_000_000));
            account(account);
            identity(ses, settings.from().address())
                    .or(() -> identity(ses, settings.from().domain().ascii()))
                    .ifPresentOrElse(
                            this::identity,
                            () -> report.problem(
                                    "Neither the sender's address nor its domain is an identity in this region.",
                                    "Create and verify the domain in SES, with DKIM; or set AWS_REGION to the deployment's."));
            report.note(
                    "Whether the functions' role may send from it cannot be checked without sending.",
                    "SesIdentityArn must be the identity's ARN.");
        } catch (AwsServiceException e) {
            var details = e.awsErrorDetails();
            report.problem(
                    "SES refused with status " + e.statusCode() + ": "
                            + Mask.message(details == null ? "" : details.errorCode()) + ".",
                    RIGHTS);
        } catch (SdkException e) {
            // Its message may have the names of credential files and profiles, but no secret.
            report.problem(
                    "SES was not asked: no connection, no credentials, or no region.",
                    "Check the network and the AWS credentials of this shell. " + RIGHTS);
        }
    }

    private void account(GetAccountResponse account) {
        if (Boolean.TRUE.equals(account.productionAccessEnabled())) {
            report.ok("The account is outside the sandbox.");
        } else {
            report.problem(
                    "The account is in the sandbox: SES delivers to verified addresses only.",
                    "Request production access in the SES console, in this region.");
        }
        if (!Boolean.TRUE.equals(account.sendingEnabled()) || "SHUTDOWN".equals(account.enforcementStatus())) {
            report.problem("Sending is switched off for the account.", "See Reputation metrics in the SES console.");
        }
        if (account.sendQuota() != null) {
            report.ok("It may send %.0f mails a day, %.0f a second; %.0f in the last day."
                    .formatted(
                            account.sendQuota().max24HourSend(),
                            account.sendQuota().maxSendRate(),
                            account.sendQuota().sentLast24Hours()));
        }
    }

    private static Optional<GetEmailIdentityResponse> identity(SesV2Client ses, String name) {
        try {
            return Optional.of(ses.getEmailIdentity(request -> request.emailIdentity(name)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private void identity(GetEmailIdentityResponse identity) {
        if (Boolean.TRUE.equals(identity.verifiedForSendingStatus())) {
            report.ok("The sender's identity, of type " + identity.identityTypeAsString() + ", is verified.");
        } else {
            report.problem(
                    "The sender's identity is not verified for sending.",
                    "Publish the DNS records that SES shows for it, and wait.");
        }
        var dkim = identity.dkimAttributes();
        if (dkim == null || !Boolean.TRUE.equals(dkim.signingEnabled())) {
            report.note(
                    "Mail is not signed with DKIM.",
                    "Verify the domain with DKIM: receivers distrust mail without it.");
        }
    }
}
