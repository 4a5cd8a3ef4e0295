package org.supportpin.backoffice.registrar.epp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;

class EppSettingsTest {

    private static final String LEAST = """
            {"url": "https://uat-regepp.ics.forth.gr:700/epp/proxy", "client": "registrar", "password": "ssm:/support-pin/epp",
             "contactPrefix": "reg_", "customerContacts": "reg_c([0-9]+)",
             "contactAddress": {"street": "Οδός 1", "city": "Αθήνα", "region": "Αττική", "postalCode": "10431", "country": "GR"}}""";

    private static Checked<EppSettings> read(String text) {
        return EppSettings.READ.from(JsonText.readOwn(text));
    }

    /** The only media type that the registry's guide allows. */
    @Test
    void theRegistrysMediaTypeIsTheDefault() {
        assertThat(read(LEAST).orThrow().contentType()).isEqualTo("application/epp+xml;charset=UTF-8");
    }

    /** The registry demands it of every contact. */
    @Test
    void anAddressHasItsRegion() {
        assertThat(read(LEAST.replace("\"region\": \"Αττική\", ", ""))).isInstanceOf(Checked.Faulty.class);
    }

    /** The registry's form of a contact id: the registrar's prefix, an underscore, letters and digits; 16 characters at most. */
    @ParameterizedTest
    @CsvSource({
        "reg_,true",
        "reg_t,true",
        "r1_,true",
        "reg,false",
        "_reg,false",
        "reg-,false",
        "reg__,false",
        "regist_,false"
    })
    void aPrefixHasTheRegistrysForm(String prefix, boolean isGood) {
        assertThat(read(LEAST.replace("\"reg_\"", "\"" + prefix + "\"")) instanceof Checked.Valid)
                .isEqualTo(isGood);
    }

    /** Otherwise whoever is made an administrator by telephone would count as a customer. */
    @Test
    void idsOfNewContactsMustNotLookLikeCustomers() {
        assertThat(
                        read(LEAST.replace("reg_c([0-9]+)", "reg_([0-9a-z]+)"))
                                        instanceof Checked.Faulty<EppSettings>(var faults)
                                ? faults.stream().map(Fault::pointer).toList()
                                : List.of())
                .containsExactly("/contactPrefix");
    }
}
