package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;

class InMemoryDataKeysTest extends DataKeysContract {

    private final InMemoryDataKeys keys = new InMemoryDataKeys();

    @Override
    protected DataKeys keys() {
        return keys;
    }

    @Override
    protected DataKeys withNewKey() {
        keys.renew();
        return keys;
    }

    @Override
    protected DataKeys withNewKeyOnly() {
        keys.renew();
        keys.retire();
        return keys;
    }

    @Test
    void itCountsWhatItIsAskedAndKnowsWhatIsWiped() {
        var context = new SecretContext("hoster", Samples.newCustomer(), 1, Purpose.PIN);
        var key = keys.generate(context);
        var opened = keys.open(key.wrapped(), context);

        assertThat(keys.generated()).isEqualTo(1);
        assertThat(keys.opened()).isEqualTo(1);
        key.plain().close();
        assertThat(keys.isAllWiped()).isFalse();
        opened.close();
        assertThat(keys.isAllWiped()).isTrue();
    }
}
