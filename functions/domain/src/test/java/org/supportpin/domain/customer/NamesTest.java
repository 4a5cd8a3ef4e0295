package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.testing.Draw;

/** The names of customers, agents, calls and verifications. */
class NamesTest {

    private static final String ALLOWED = "abzABZ019._:@|+~-";

    @Nested
    class Ids {

        @ParameterizedTest
        @ValueSource(strings = {"4", "auth0|5f7c8ec7", "maria@host.gr", "a.b_c:d+e~f-g"})
        void whatIdentityProvidersGiveIsTaken(String text) {
            assertThat(CustomerId.parse(text)).isEqualTo(Checked.valid(new CustomerId(text)));
            assertThat(AgentId.parse(text)).isEqualTo(Checked.valid(new AgentId(text)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a b", "a#b", "a/b", "μαρία", "a\n", "a\0", "4711\u200b"})
        void whatCouldMeanAnotherKeyOfTheTableIsRefused(String text) {
            assertThat(CustomerId.parse(text)).isInstanceOf(Faulty.class);
            assertThat(AgentId.parse(text)).isInstanceOf(Faulty.class);
            assertThatIllegalArgumentException().isThrownBy(() -> new CustomerId(text));
            assertThatIllegalArgumentException().isThrownBy(() -> new AgentId(text));
        }

        @Test
        void sixtyFourCharactersAreTheMost() {
            assertThat(new CustomerId("a".repeat(64)).value()).hasSize(64);
            assertThat(new AgentId("a".repeat(64)).value()).hasSize(64);
            assertThat(CustomerId.parse("a".repeat(65))).isInstanceOf(Faulty.class);
            assertThat(AgentId.parse("a".repeat(65))).isInstanceOf(Faulty.class);
        }
    }

    @Test
    void aCallReferenceIsALineOfText() {
        assertThat(CallReference.parse(" κλήση 7 ")).isEqualTo(Checked.valid(new CallReference.Said("κλήση 7")));
        assertThat(CallReference.parse("")).isInstanceOf(Faulty.class);
        assertThat(CallReference.parse("a\u202eb")).isInstanceOf(Faulty.class);
        assertThat(CallReference.parse("a".repeat(65))).isInstanceOf(Faulty.class);
    }

    @Nested
    class PublicVerificationIds {

        @Test
        void theyCarryTheCustomersId() {
            var id = new VerificationId(new CustomerId("4711"), "AbCdEfGhIjKlMnOpQrSt_-");

            assertThat(id.text()).isEqualTo("NDcxMQ.AbCdEfGhIjKlMnOpQrSt_-");
            assertThat(VerificationId.parse("NDcxMQ.AbCdEfGhIjKlMnOpQrSt_-")).contains(id);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    ".",
                    "NDcxMQ",
                    "NDcxMQ.",
                    "NDcxMQ.AbCdEfGhIjKlMnOpQrSt_",
                    "NDcxMQ.AbCdEfGhIjKlMnOpQrSt_-x",
                    "NDcxMQ.AbCdEfGhIjKlMnOpQrSt/+",
                    "NDcxMQ==.AbCdEfGhIjKlMnOpQrSt_-",
                    "NDcxMR.AbCdEfGhIjKlMnOpQrSt_-",
                    "!.AbCdEfGhIjKlMnOpQrSt_-",
                    ".AbCdEfGhIjKlMnOpQrSt_-",
                    "IyM.AbCdEfGhIjKlMnOpQrSt_-"
                })
        void whatIsOfNoSuchFormIsNone(String text) {
            assertThat(VerificationId.parse(text)).isEmpty();
        }

        @Test
        void eachHasOneTextAndEachTextOneId() {
            Draw.times(500, draw -> {
                var id =
                        new VerificationId(new CustomerId(draw.text(ALLOWED, 1, 64)), draw.text("abzABZ019_-", 22, 22));
                assertThat(VerificationId.parse(id.text())).contains(id);
                var damaged = draw.damaged(id.text());
                VerificationId.parse(damaged)
                        .ifPresent(other -> assertThat(other.text()).isEqualTo(damaged));
            });
        }
    }

    @Nested
    class Hashes {

        @Test
        void aHashIsThatOfSha256() {
            assertThat(Hash.of(new byte[] {'a', 'b', 'c'}))
                    .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(Hash.of(new byte[0]).bytes()).hasSize(32);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "ab", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
        void nothingElseIsAHash(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Hash(text));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "el, el",
        "el-GR, el",
        "el_CY, el",
        "EN, en",
        "en-GB, en",
        "de, de",
        "de-AT, de",
        "tlh, ",
        "'', ",
        "🙂, "
    })
    void theLanguageIsThatOfTheLocale(String locale, String tag) {
        assertThat(Language.of(locale).map(Language::tag)).isEqualTo(Optional.ofNullable(tag));
    }
}
