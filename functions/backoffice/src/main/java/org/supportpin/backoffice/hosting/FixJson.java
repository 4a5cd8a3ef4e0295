package org.supportpin.backoffice.hosting;

import static org.supportpin.backoffice.json.Texts.DOMAIN_NAME;
import static org.supportpin.backoffice.json.Texts.EMAIL_ADDRESS;
import static org.supportpin.backoffice.json.Texts.INSTANT;
import static org.supportpin.backoffice.json.Texts.IP_ADDRESS;

import java.util.Map;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.Fix.RaiseMailboxQuota;
import org.supportpin.domain.hosting.Fix.ReissueCertificate;
import org.supportpin.domain.hosting.Fix.UnbanAddress;
import org.supportpin.domain.hosting.FixName;
import org.supportpin.domain.hosting.FixState;

public final class FixJson {

    public static final Codec<FixName> NAME = Codec.oneOf(FixName.values());

    private static final Codec<Integer> QUOTA_ASKED = Codec.integer(Fix.LEAST_QUOTA_MB, Fix.GREATEST_QUOTA_MB);

    public static final ObjectCodec<Fix> FIX = members -> {
        var name = members.required("fix", NAME, Fix::name).orNull();
        if (name == null) {
            return members.faulty();
        }
        var fix = members.required("arguments", arguments(name), each -> each);
        return members.make(fix::get);
    };

    private FixJson() {}

    /** The arguments alone. Each fix accepts its own and no others. */
    public static ObjectCodec<Fix> arguments(FixName name) {
        return members -> switch (name) {
            case RESTART_PHP -> members.make(Fix.RestartPhp::new);
            case CLEAR_CACHE -> members.make(Fix.ClearCache::new);
            case REPAIR_PERMISSIONS -> members.make(Fix.RepairPermissions::new);
            case REISSUE_CERTIFICATE -> {
                var domain = members.optional("domain", DOMAIN_NAME, fix -> ((ReissueCertificate) fix).domain());
                yield members.make(() -> new ReissueCertificate(domain.orNull()));
            }
            case UNBAN_ADDRESS -> {
                var address = members.required("address", IP_ADDRESS, fix -> ((UnbanAddress) fix).address());
                yield members.make(() -> new UnbanAddress(address.get()));
            }
            case RAISE_MAILBOX_QUOTA -> {
                var mailbox = members.required("mailbox", EMAIL_ADDRESS, fix -> ((RaiseMailboxQuota) fix).mailbox());
                var quota = members.required("quotaMb", QUOTA_ASKED, fix -> ((RaiseMailboxQuota) fix).quotaMb());
                yield members.make(() -> new RaiseMailboxQuota(mailbox.get(), quota.get()));
            }
        };
    }

    public static Json arguments(Fix fix) {
        return arguments(fix.name()).write(fix);
    }

    /** A fix that needs no arguments. */
    public static Checked<Fix> withoutArguments(FixName name) {
        return arguments(name).from(new Obj(Map.of()));
    }

    /** What a fix changes; an empty object if the change does not show. */
    public static ObjectCodec<FixState> state(FixName name) {
        return members -> switch (name) {
            case RESTART_PHP, CLEAR_CACHE, REPAIR_PERMISSIONS -> members.make(FixState.Untold::new);
            case REISSUE_CERTIFICATE -> {
                var until = members.nullable("validUntil", INSTANT, state -> ((FixState.Certified) state).until());
                yield members.make(() -> new FixState.Certified(until.orNull()));
            }
            case UNBAN_ADDRESS -> {
                var banned = members.required("banned", Codec.bool(), state -> ((FixState.Ban) state).banned());
                yield members.make(() -> new FixState.Ban(banned.get()));
            }
            case RAISE_MAILBOX_QUOTA -> {
                var quota = members.required(
                        "quotaMb", Codec.integer(0, Integer.MAX_VALUE), state -> ((FixState.Quota) state).megabytes());
                yield members.make(() -> new FixState.Quota(quota.get()));
            }
        };
    }
}
