package org.supportpin.backoffice.registrar;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;

/** A registered domain name as JSON, with its people's data in clear. */
public final class RegisteredDomainJson {

    private static final Read<Instant> INSTANT = Read.text(RegisteredDomainJson::instant);

    public static final Read<Status> STATUS = oneOf(Status::of);

    /** What {@link #write(Submission)} gave. */
    public static final Read<Submission> SUBMISSION = Read.object(fields -> {
        var kind = fields.required("kind", oneOf(Submission.Kind::of));
        var at = fields.required("at", INSTANT);
        return fields.make(() -> new Submission(kind.get(), at.get()));
    });

    private RegisteredDomainJson() {}

    /** {@code {name, customerId, status, submission {kind, at}, expiresAt, owner, administrator, nameservers}}. */
    public static Json.Builder write(RegisteredDomain domain) {
        return Json.object()
                .put("name", domain.name().ascii())
                .put("customerId", domain.customer().value())
                .put("status", domain.status().text())
                .put("submission", write(domain.submission()))
                .put("expiresAt", domain.expiresAt().toString())
                .put("owner", ContactJson.write(domain.owner()))
                .put("administrator", ContactJson.write(domain.administrator()))
                .put("nameservers", NameserversJson.write(domain.nameservers()));
    }

    /** {@code {kind, at}}. */
    public static Json write(Submission submission) {
        return Json.object()
                .put("kind", submission.kind().text())
                .put("at", submission.at().toString())
                .build();
    }

    /** What {@link #write(RegisteredDomain)} gave. */
    public static final Read<RegisteredDomain> READ = Read.object(fields -> {
        var name = fields.required("name", Read.text(DomainName::parse));
        var customer = fields.required("customerId", Read.text(CustomerId::parse));
        var status = fields.required("status", STATUS);
        var submission = fields.required("submission", SUBMISSION);
        var expiresAt = fields.required("expiresAt", INSTANT);
        var owner = fields.required("owner", ContactJson.READ);
        var administrator = fields.required("administrator", ContactJson.READ);
        var nameservers = fields.required("nameservers", NameserversJson.READ);
        return fields.make(() -> new RegisteredDomain(
                name.get(),
                customer.get(),
                owner.get(),
                administrator.get(),
                nameservers.get(),
                status.get(),
                submission.get(),
                expiresAt.get()));
    });

    private static <T> Read<T> oneOf(Function<String, Optional<T>> rule) {
        return Read.text(text -> rule.apply(text)
                .map(Checked::valid)
                .orElseGet(() -> Checked.faulty("This is none of those that are known.")));
    }

    private static Checked<Instant> instant(String text) {
        try {
            return Checked.valid(Instant.parse(text));
        } catch (DateTimeException e) {
            return Checked.faulty("Give an instant of RFC 3339.");
        }
    }
}
