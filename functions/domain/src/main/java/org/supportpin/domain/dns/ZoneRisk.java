package org.supportpin.domain.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.dns.RecordType.Editable;

/**
 * The risk of an edit, by its effect and not by its form: what the zone answers before and after is compared, through aliases,
 * wildcards and delegations, in both address families. High is whatever
 *
 * <ul>
 *   <li>takes a host elsewhere: the zone itself, www, or one that MX, NS, SRV, HTTPS or SPF records name ({@link GuardedNames});
 *   <li>changes MX, SRV, CAA or SPF records at any name, or anything at the zone itself;
 *   <li>can prove control of the domain to a third party, or send mail in its name: texts and aliases at names with {@code _}, and a
 *       new text at such a host or above it.
 * </ul>
 *
 * Everything else is standard, and so is another TTL.
 */
final class ZoneRisk {

    private static final List<Editable> AT_ANY_NAME = List.of(Editable.MX, Editable.SRV, Editable.CAA);

    /** An address at a name with _ proves nothing. */
    private static final List<Editable> AT_ATTRIBUTES =
            List.of(Editable.MX, Editable.SRV, Editable.CAA, Editable.TXT, Editable.CNAME);

    private final GuardedNames before;
    private final GuardedNames after;
    private final String apex;

    private ZoneRisk(Zone before, Zone after) {
        this.before = GuardedNames.of(before);
        this.after = GuardedNames.of(after);
        this.apex = before.name().ascii();
    }

    /**
     * The risk of edits.
     *
     * @param after the zone {@code before}, edited
     */
    static Risk of(Zone before, Zone after, List<RecordSetEdit> edits) {
        var touched = edits.stream()
                .filter(edit -> !Objects.equals(values(edit.before()), values(edit.after())))
                .map(edit -> edit.name().ascii())
                .toList();
        return !touched.isEmpty() && new ZoneRisk(before, after).isHigh(touched) ? Risk.HIGH : Risk.STANDARD;
    }

    private static @Nullable List<String> values(@Nullable RecordSet set) {
        return set == null ? null : set.records();
    }

    private boolean isHigh(List<String> touched) {
        return hosts().anyMatch(this::movesOrProves)
                || both(GuardedNames::nameservers).anyMatch(this::losesGlue)
                || both(GuardedNames::attributes).anyMatch(name -> differs(names -> names.attribute(name)))
                || touched.stream()
                        .flatMap(name -> before.answers().upToApex(name).stream())
                        .distinct()
                        .anyMatch(this::changesAtItself);
    }

    private Stream<String> hosts() {
        return both(GuardedNames::hosts);
    }

    private Stream<String> both(Function<GuardedNames, Set<String>> names) {
        return Stream.concat(names.apply(before).stream(), names.apply(after).stream())
                .distinct();
    }

    private boolean differs(Function<GuardedNames, Object> answer) {
        return !answer.apply(before).equals(answer.apply(after));
    }

    private boolean movesOrProves(String host) {
        return differs(names -> names.addresses(host)) || differs(names -> names.authorities(host)) || proves(host);
    }

    /** A text that goes proves nothing. */
    private boolean proves(String host) {
        var proofs = new HashSet<>(after.proofs(host));
        proofs.removeAll(before.proofs(host));
        return !proofs.isEmpty();
    }

    private boolean losesGlue(String nameserver) {
        return differs(names -> names.answers().glue(nameserver));
    }

    /**
     * Names that exist only above or below an edited one change too: they begin or cease to exist, and a wildcard with them. So this
     * is asked for each edited name and those above it; nothing changes anywhere else.
     */
    private boolean changesAtItself(String name) {
        var types = name.equals(apex)
                ? List.of(Editable.values())
                : GuardedNames.isAttribute(name) ? AT_ATTRIBUTES : AT_ANY_NAME;
        return types.stream().anyMatch(type -> differs(names -> names.answers().own(name, type.text())))
                || differs(names -> GuardedNames.spf(names.answers().own(name, Editable.TXT.text())));
    }
}
