package org.supportpin.backoffice.hosting;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.Fix.RaiseMailboxQuota;
import org.supportpin.domain.hosting.Fix.ReissueCertificate;
import org.supportpin.domain.hosting.Fix.UnbanAddress;
import org.supportpin.domain.hosting.FixName;
import org.supportpin.domain.hosting.FixState;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/** Small fixes, their arguments, and what they change, as JSON. */
public final class FixJson {

    private static final Obj NONE = new Obj(Map.of());

    private FixJson() {}

    /** The arguments alone; the fix's name stands beside them. */
    public static Json arguments(Fix fix) {
        return switch (fix) {
            case Fix.RestartPhp _, Fix.ClearCache _, Fix.RepairPermissions _ -> NONE;
            case ReissueCertificate(var domain) ->
                domain == null
                        ? NONE
                        : Json.object().put("domain", domain.ascii()).build();
            case UnbanAddress(var address) ->
                Json.object().put("address", address.text()).build();
            case RaiseMailboxQuota(var mailbox, var quota) ->
                Json.object()
                        .put("mailbox", mailbox.address())
                        .put("quotaMb", quota)
                        .build();
        };
    }

    /** The {@code arguments} of a request, and what {@link #arguments(Fix)} gave: each fix takes its own and no others. */
    public static Read<Fix> arguments(FixName name) {
        return Read.object(fields -> switch (name) {
            case RESTART_PHP -> fields.make(Fix.RestartPhp::new);
            case CLEAR_CACHE -> fields.make(Fix.ClearCache::new);
            case REPAIR_PERMISSIONS -> fields.make(Fix.RepairPermissions::new);
            case REISSUE_CERTIFICATE -> {
                var domain = fields.optional("domain", Read.text(DomainName::parse));
                yield fields.make(() -> new ReissueCertificate(domain.orNull()));
            }
            case UNBAN_ADDRESS -> {
                var address = fields.required("address", Read.text(IpAddress::parse));
                yield fields.make(() -> new UnbanAddress(address.get()));
            }
            case RAISE_MAILBOX_QUOTA -> {
                var mailbox = fields.required("mailbox", Read.text(EmailAddress::parse));
                var quota = fields.required("quotaMb", Read.integer(Fix.LEAST_QUOTA_MB, Fix.GREATEST_QUOTA_MB));
                yield fields.make(() -> new RaiseMailboxQuota(mailbox.get(), quota.get()));
            }
        });
    }

    /** A fix without arguments, where it needs none. */
    public static Checked<Fix> withoutArguments(FixName name) {
        return arguments(name).from(NONE);
    }

    /** {@code {fix, arguments}}. */
    public static Json write(Fix fix) {
        return Json.object()
                .put("fix", fix.name().text())
                .put("arguments", arguments(fix))
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<Fix> READ = Read.object(FixJson::read);

    private static Checked<Fix> read(Fields fields) {
        var name = fields.required("fix", Read.text(FixName::parse)).orNull();
        if (name == null) {
            return fields.faulty();
        }
        var fix = fields.required("arguments", arguments(name));
        return fields.make(fix::get);
    }

    /** What a fix changes: {@code {quotaMb}}, {@code {banned}}, {@code {validUntil}}, or {@code {}} where it does not show. */
    public static Json state(FixState state) {
        return switch (state) {
            case FixState.Untold() -> NONE;
            case FixState.Quota(var megabytes) ->
                Json.object().put("quotaMb", megabytes).build();
            case FixState.Ban(var banned) -> Json.object().put("banned", banned).build();
            case FixState.Certified(var until) ->
                Json.object().put("validUntil", Json.of(text(until))).build();
        };
    }

    /** What {@link #state(FixState)} gave for a fix. */
    public static Read<FixState> state(FixName name) {
        return Read.object(fields -> switch (name) {
            case RESTART_PHP, CLEAR_CACHE, REPAIR_PERMISSIONS -> fields.make(FixState.Untold::new);
            case REISSUE_CERTIFICATE -> {
                var until = fields.required("validUntil", Read.json());
                yield fields.then(() -> until(until.get()));
            }
            case UNBAN_ADDRESS -> {
                var banned = fields.required("banned", Read.bool());
                yield fields.make(() -> new FixState.Ban(banned.get()));
            }
            case RAISE_MAILBOX_QUOTA -> {
                var quota = fields.required("quotaMb", Read.integer(0, Integer.MAX_VALUE));
                yield fields.make(() -> new FixState.Quota(quota.get()));
            }
        });
    }

    private static Checked<FixState> until(Json json) {
        return json.equals(Json.NULL)
                ? Checked.valid(new FixState.Certified(null))
                : Read.text(FixJson::instant).from(json).map(FixState.Certified::new);
    }

    static Checked<Instant> instant(String text) {
        try {
            return Checked.valid(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Checked.faulty("Give an instant as RFC 3339 has it.");
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
