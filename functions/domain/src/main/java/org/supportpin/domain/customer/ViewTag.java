package org.supportpin.domain.customer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import org.supportpin.domain.customer.Customer.Mobile;
import org.supportpin.domain.customer.Customer.PendingMobile;
import org.supportpin.domain.identity.Hash;

/**
 * The entity tag of the panel's view: a hash of what the view is made from, which reveals none of it. It changes whenever the view does,
 * but for what time alone changes within it, such as when the next SMS is allowed. It opens nothing.
 */
final class ViewTag {

    private static final int BYTES = 12;

    private ViewTag() {}

    static String of(Customer state, Limits limits, Instant now) {
        var facts = new StringJoiner("\n")
                .add(state.id().value())
                .add("pin " + state.pinKey() + ' ' + state.phase().step(now) + ' '
                        + state.pins().generation())
                .add("lock " + state.wrongPins().lock(limits, state.phase(), now))
                .add("sms " + newest(state.pins().sms().sent()))
                .add("used " + newest(state.pins().used()));
        facts.add("telephone " + state.policy().terms().telephone());
        if (state.mobile().confirmed() instanceof Mobile(var since, var _)) {
            facts.add("mobile " + since);
        }
        state.mobile().pending(now).ifPresent(each -> facts.add(pending(each)));
        for (var each : state.running(now)) {
            facts.add("call " + each.key() + ' ' + each.notes().deeds());
        }
        state.calls().announcement(now).ifPresent(each -> facts.add("announcement " + each.key()));
        state.calls().request(now).ifPresent(each -> facts.add("request " + each.key() + ' ' + each.attemptsLeft()));
        for (var each : state.waiting(now)) {
            facts.add("waiting " + each.id() + ' ' + each.gates());
        }
        var hash = Hash.of(facts.toString().getBytes(StandardCharsets.UTF_8)).bytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }

    private static String pending(PendingMobile pending) {
        return "pending " + pending.declaration();
    }

    private static String newest(List<?> list) {
        return list.isEmpty() ? "none" : list.getLast().toString();
    }
}
