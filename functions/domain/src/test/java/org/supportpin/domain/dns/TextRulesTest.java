package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.RecordType.Editable;

/** Texts: which are let alone, how they are shown, and how SPF records are put together. */
class TextRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"f(\\\"x\\\"); done\"",
                "v=spf10 –all",
                "v=dkim1x “quoted”",
                "“only a quotation”",
                "remember: v=spf1 –all"
            })
    void whatIsNoPolicyAndNoZoneFileIsLetAlone(String text) {
        assertThat(Rdata.check(Editable.TXT, text)).isInstanceOf(Checked.Valid.class);
    }

    @Nested
    class Shown {

        private static String shown(String octets) {
            return Rdata.legible("\"\\206\\145\" \"" + octets + "\"");
        }

        @Test
        void asTextButForWhatCannotBeSeen() {
            assertThat(shown("\\226\\128\\139")).isEqualTo("\"Α\" \"\\226\\128\\139\"");
        }

        /** A surrogate in UTF-8 is no character (RFC 3629 §3). */
        @Test
        void asTextButForOctetsThatAreNone() {
            assertThat(shown("\\237\\160\\128")).isEqualTo("\"Α\" \"\\237\\160\\128\"");
        }
    }

    @Nested
    class MergedSpf {

        private static String merged(String... records) {
            return SpfMerge.of(List.of(records)).orElse("");
        }

        @Test
        void hasEachTermOnceAndTheStrictestEnd() {
            assertThat(merged("v=spf1 mx a ~all", "V=SPF1 a include:_spf.allo.gr -ALL", "v=spf1 ?all"))
                    .isEqualTo("v=spf1 mx a include:_spf.allo.gr -all");
            assertThat(merged("v=spf1 mx ?all", "v=spf1 mx ~all")).isEqualTo("v=spf1 mx ~all");
            assertThat(merged("v=spf1 mx all", "v=spf1 mx +all")).isEqualTo("v=spf1 mx +all");
        }

        @Test
        void hasASoftEndIfThereWasNone() {
            assertThat(merged("v=spf1 mx", "v=spf1 a")).isEqualTo("v=spf1 mx a ~all");
            assertThat(merged("v=spf1", "v=spf1")).isEqualTo("v=spf1 ~all");
        }

        /** Only one record may be redirected to; what it allows can be included. */
        @Test
        void includesWhatOneWasRedirectedTo() {
            assertThat(merged("v=spf1 redirect=_spf.allo.gr", "v=spf1 mx -all"))
                    .isEqualTo("v=spf1 include:_spf.allo.gr mx -all");
        }

        @Test
        void isNotOfferedForWhatNeedsThought() {
            assertThat(merged("v=spf1 mx,a -all", "v=spf1 a -all")).isEmpty();
            assertThat(merged("v=spf1 mx exp=why.allo.gr -all", "v=spf1 a -all"))
                    .isEmpty();
        }

        @Test
        void isNotOfferedIfItIsTooLongToBeCopied() {
            var name = "a".repeat(60);
            var fits = "v=spf1 include:" + (name + ".").repeat(6) + "gr";

            assertThat(merged(fits, "v=spf1 -all")).isEqualTo(fits + " -all");
            assertThat(merged(fits, "v=spf1 include:" + name + ".example.gr -all"))
                    .hasSizeLessThanOrEqualTo(450);
            assertThat(merged(fits, "v=spf1 include:" + name + "." + name + ".gr -all"))
                    .isEmpty();
        }
    }
}
