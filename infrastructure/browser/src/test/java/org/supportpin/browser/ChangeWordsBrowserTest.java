package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes, in words: only what billing knows by an ID is turned round, and a name in its place is said as it is. */
class ChangeWordsBrowserTest extends PageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order-service | vps-1 srv.nea.gr | Παραγγελία vps-1 (srv.nea.gr)",
                "order-service | Φιλοξενία Basic | Παραγγελία Φιλοξενία Basic",
                "order-service | Hosting Basic | Παραγγελία Hosting Basic",
                "renew-service | svc-1 παπαδοπούλου.gr | Ανανέωση της υπηρεσίας παπαδοπούλου.gr (svc-1)",
                "renew-service | Hosting Pro | Ανανέωση της υπηρεσίας Hosting Pro",
                "renew-service | svc-1 | Ανανέωση της υπηρεσίας svc-1",
                "send-order-details | ord-1 nea.gr | Στοιχεία της παραγγελίας ord-1 (nea.gr)",
                "send-order-details | Φιλοξενία nea.gr | Στοιχεία της παραγγελίας Φιλοξενία nea.gr",
            })
    void whatIsCalledByAnIdIsCalledByItsName(String action, String what, String said) {
        var page = open("/styles.html");

        assertThat(page.evaluate("""
                        async ([action, what]) => {
                          const { changeInWords } = await import('/shared/change-words.js');
                          return changeInWords('el', action, { what, before: null, after: null }).what;
                        }
                        """, new String[] {action, what})).isEqualTo(said);
    }
}
