package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecrets;
import org.supportpin.domain.customer.StoredSecrets.Owned;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/** The contract of every store of customers' keys. */
public abstract class StoredSecretsContract {

    private static final StoredSecret READ = Samples.secret(1, 1);
    private static final StoredSecret REWRAPPED = Samples.secret(1, 1, "another key");

    private final CustomerId customer = Samples.newCustomer();

    /** Reads a few items at a time. */
    protected abstract StoredSecrets secrets();

    /** The ledgers of the same store. */
    protected abstract Ledger ledger();

    private void append(CustomerId to, CompanionWrite... alongside) {
        var entry = new Entry(
                to, 1, Samples.NOON, new Actor.Panel(), new Event.CodeRejected(), Customer.fresh(to), Hash.NONE);
        assertThat(ledger().append(entry, List.of(alongside))).isPresent();
    }

    private List<Owned> all() {
        var all = new ArrayList<Owned>();
        @Nullable String from = null;
        do {
            var page = secrets().page(from);
            all.addAll(page.secrets());
            from = page.next();
        } while (from != null);
        return all;
    }

    private @Nullable StoredSecret stored() {
        return ledger().read(customer).secret();
    }

    @Test
    void everyCustomersKeysAreFoundOnceWhateverElseThereIs() {
        var without = Samples.newCustomer();
        var others = List.of(Samples.newCustomer(), Samples.newCustomer());
        append(customer, new SecretWritten(READ, null));
        append(without);
        others.forEach(each -> append(each, new SecretWritten(Samples.bareSecret(2, 1), null)));

        assertThat(all())
                .contains(new Owned(customer, READ))
                .doesNotHaveDuplicates()
                .extracting(Owned::customer)
                .containsAll(others)
                .doesNotContain(without);
    }

    @Test
    void keysThatWereReadAreReplaced() {
        append(customer, new SecretWritten(READ, null));

        assertThat(secrets().replace(new Owned(customer, READ), REWRAPPED)).isTrue();
        assertThat(stored()).isEqualTo(REWRAPPED);
    }

    @Test
    void aSecondReplacementOfTheSameKeysIsTooLate() {
        append(customer, new SecretWritten(READ, null));
        secrets().replace(new Owned(customer, READ), REWRAPPED);

        assertThat(secrets().replace(new Owned(customer, READ), Samples.secret(1, 1, "a third key")))
                .isFalse();
        assertThat(stored()).isEqualTo(REWRAPPED);
    }

    @Test
    void keysOfAnotherRevisionOrVersionAreNotReplaced() {
        append(customer, new SecretWritten(READ, null));

        for (var other : List.of(Samples.secret(1, 2), Samples.secret(2, 1), Samples.bareSecret(1, 1))) {
            assertThat(secrets().replace(new Owned(customer, other), REWRAPPED)).isFalse();
        }
        assertThat(stored()).isEqualTo(READ);
    }

    @Test
    void whatIsGoneDoesNotComeBack() {
        assertThat(secrets().replace(new Owned(customer, READ), REWRAPPED)).isFalse();
        assertThat(stored()).isNull();
    }

    /** A request that read the keys before does not bring them back. */
    @Test
    void anEntryOnKeysThatWereReplacedMeanwhileIsNotAppended() {
        append(customer, new SecretWritten(READ, null));
        secrets().replace(new Owned(customer, READ), REWRAPPED);
        var entry = new Entry(
                customer,
                2,
                Samples.NOON,
                new Actor.Panel(),
                new Event.CodeRejected(),
                Customer.fresh(customer),
                Hash.NONE);

        assertThat(ledger().append(entry, List.of(new SecretWritten(Samples.bareSecret(1, 2), READ))))
                .isEmpty();
        assertThat(stored()).isEqualTo(REWRAPPED);
    }
}
