package org.supportpin.functions.aws;

import static org.supportpin.functions.aws.Compact.at;
import static org.supportpin.functions.aws.Compact.row;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.stream.Collectors;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.customer.Policy;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.functions.aws.Compact.Row;

/** A customer's own rules inside an entry, in a few bytes, because each later entry repeats them. */
final class StoredPolicy {

    private static final String FROZEN = "f";
    private static final String STANDARD_ONLY = "s";

    private StoredPolicy() {}

    static Json write(Policy policy) {
        return row(terms(policy.terms()), at(policy.loosenedAt()), Json.of(policy.refusalNoted() ? 1 : 0));
    }

    static Policy read(Json json) {
        var in = new Row(json);
        return new Policy(terms(in.take()), in.instantOrNull(), in.integer() == 1);
    }

    /** Flags, then the letters of the actions that the customer is asked about, then of those that are never allowed. */
    static Json terms(Terms terms) {
        var flags = (terms.telephone() == Telephone.FROZEN ? FROZEN : "")
                + (terms.afterSms() == AfterSms.STANDARD_ONLY ? STANDARD_ONLY : "");
        return row(Json.of(flags), Json.of(letters(terms, Rule.ASK)), Json.of(letters(terms, Rule.NEVER)));
    }

    static Terms terms(Json json) {
        var in = new Row(json);
        var flags = in.text();
        var rules = new EnumMap<ActionName, Rule>(ActionName.class);
        in.text().chars().forEach(letter -> rules.put(action(letter), Rule.ASK));
        in.text().chars().forEach(letter -> rules.put(action(letter), Rule.NEVER));
        return new Terms(
                flags.contains(FROZEN) ? Telephone.FROZEN : Telephone.OPEN,
                flags.contains(STANDARD_ONLY) ? AfterSms.STANDARD_ONLY : AfterSms.AS_USUAL,
                rules);
    }

    private static String letters(Terms terms, Rule rule) {
        return Arrays.stream(ActionName.values())
                .filter(action -> terms.rule(action) == rule)
                .map(action -> String.valueOf(letter(action)))
                .collect(Collectors.joining());
    }

    private static ActionName action(int letter) {
        return Arrays.stream(ActionName.values())
                .filter(each -> letter(each) == letter)
                .findFirst()
                .orElseThrow(Compact::unreadable);
    }

    /** These are stored for ever: none may change. */
    private static char letter(ActionName action) {
        return switch (action) {
            case ORDER_SERVICE -> 'o';
            case RENEW_SERVICE -> 'r';
            case UPGRADE_SERVICE -> 'u';
            case CHANGE_DNS_RECORDS -> 'd';
            case CHANGE_NAMESERVERS -> 'n';
            case RECALL_GR_DOMAIN -> 'g';
            case SEND_ORDER_DETAILS -> 's';
            case CHANGE_DOMAIN_ADMINISTRATOR -> 'a';
            case CHANGE_HOSTING_SETTINGS -> 'h';
            case APPLY_MICRO_FIX -> 'f';
        };
    }
}
