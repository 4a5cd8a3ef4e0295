package org.supportpin.browser;

import static org.supportpin.browser.ConsoleActionsBrowserTest.ORDERED;

import java.util.List;
import java.util.stream.Stream;
import org.supportpin.browser.ConsoleActionsBrowserTest.Form;

/** How the form of each action is filled in, for the back office's initial data. Each touches different things. */
final class ConsoleForms {

    private ConsoleForms() {}

    static Stream<Form> billing() {
        return Stream.of(
                new Form(
                        "order-service",
                        """
                        /productId=vps-1
                        /billingCycle=quarterly
                        """,
                        "{\"productId\":\"vps-1\",\"billingCycle\":\"quarterly\"}",
                        "με τριμηνιαία χρέωση, μόλις πληρωθούν 43,40 €",
                        List.of(ORDERED, "43,40", "Κωδικός πληρωμής RF", "με τριμηνιαία χρέωση")),
                new Form(
                        "renew-service",
                        "/serviceId=svc-dom-1",
                        "{\"serviceId\":\"svc-dom-1\"}",
                        "Ισχύει μόνο όταν εξοφληθεί το τιμολόγιο",
                        List.of(ORDERED, "19,90", "έως ")),
                new Form(
                        "upgrade-service",
                        """
                        /serviceId=svc-1
                        /productId=hosting-pro
                        """,
                        "{\"serviceId\":\"svc-1\",\"productId\":\"hosting-pro\"}",
                        "Φιλοξενία Pro, μόλις πληρωθούν 24,",
                        List.of(ORDERED, "Φιλοξενία Basic", "Φιλοξενία Pro", "Ποσό πληρωμής")),
                new Form(
                        "send-order-details",
                        "/orderId=ord-2",
                        "{\"orderId\":\"ord-2\"}",
                        "Η ενέργεια δεν αναιρείται.",
                        List.of("Στάλθηκε στο", "•••")));
    }

    static Stream<Form> technical() {
        return Stream.of(
                new Form(
                        "change-dns-records",
                        """
                        /domain=papadopoulou.gr
                        /changes/0/name=shop
                        /changes/0/type=A
                        /changes/0/ttl=600
                        /changes/0/records/0=195.251.255.20
                        +/changes/0/records
                        /changes/0/records/1=195.251.255.21
                        +/changes
                        /changes/1/op=delete
                        /changes/1/name=www
                        /changes/1/type=CNAME
                        """,
                        """
                        {"domain":"papadopoulou.gr","changes":[
                          {"op":"upsert","name":"shop","type":"A","ttl":600,"records":["195.251.255.20","195.251.255.21"]},
                          {"op":"delete","name":"www","type":"CNAME"}]}""",
                        "195.251.255.20, 195.251.255.21 (TTL 600)",
                        List.of("shop.papadopoulou.gr A", "195.251.255.21", "www.papadopoulou.gr CNAME", "—")),
                new Form(
                        "change-nameservers",
                        """
                        /domain=papadopoulou.gr
                        /nameservers/0/host=ns1.papadopoulou.gr
                        +/nameservers/0/addresses
                        /nameservers/0/addresses/0=195.251.255.20
                        /nameservers/1/host=ns2.hoster.example
                        """,
                        """
                        {"domain":"papadopoulou.gr","nameservers":[
                          {"host":"ns1.papadopoulou.gr","addresses":["195.251.255.20"]},{"host":"ns2.hoster.example"}]}""",
                        "ns1.papadopoulou.gr [195.251.255.20]",
                        List.of("ns1.hoster.example", "ns1.papadopoulou.gr [195.251.255.20]")),
                new Form(
                        "recall-gr-domain",
                        "/domain=xn--xxabhm1c.gr",
                        "{\"domain\":\"xn--xxabhm1c.gr\"}",
                        "Ιστοσελίδα και email στο όνομα σταματούν",
                        List.of("ανακλήθηκε", "ενεργή", "νόμος.gr", "xn--xxabhm1c.gr")),
                new Form(
                        "change-domain-administrator",
                        """
                        /domain=metafora.gr
                        /administrator=1
                        /administrator/name=Νίκος Δημητρίου
                        /administrator/email=nikos.d@example.gr
                        /administrator/phone=+302101234567
                        """,
                        """
                        {"domain":"metafora.gr","administrator":
                          {"name":"Νίκος Δημητρίου","email":"nikos.d@example.gr","phone":"+302101234567"}}""",
                        "Μετά την αλλαγή μόνο ο νέος διαχειριστής μπορεί να την αναιρέσει",
                        List.of("Διαχειριστής του metafora.gr")),
                new Form(
                        "change-hosting-settings",
                        """
                        /packageId=pkg-1
                        /php/version=8.4
                        /php/settings/memory_limit=256M
                        /php/settings/max_execution_time=60
                        /php/settings/display_errors=on
                        +/dns
                        /dns/0/name=blog
                        /dns/0/type=A
                        /dns/0/records/0=195.251.255.22
                        """,
                        """
                        {"packageId":"pkg-1",
                         "php":{"version":"8.4","settings":{"memory_limit":"256M","max_execution_time":60,"display_errors":"on"}},
                         "dns":[{"op":"upsert","name":"blog","type":"A","records":["195.251.255.22"]}]}""",
                        "PHP στο πακέτο papadopoulou.gr, memory_limit",
                        List.of(
                                "8.3",
                                "8.4",
                                "PHP στο πακέτο papadopoulou.gr, memory_limit",
                                "blog.papadopoulou.gr A")),
                new Form(
                        "apply-micro-fix",
                        """
                        /packageId=pkg-1
                        /fix=unban-address
                        /arguments/address=195.251.255.66
                        /note=Λάθος κωδικοί FTP
                        """,
                        """
                        {"packageId":"pkg-1","fix":"unban-address","arguments":{"address":"195.251.255.66"},
                         "note":"Λάθος κωδικοί FTP"}""",
                        "Άρση αποκλεισμού διεύθυνσης IP (papadopoulou.gr",
                        List.of("ελεύθερη")));
    }
}
