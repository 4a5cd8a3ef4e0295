package org.supportpin.functions.action;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.Shop;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.registrar.Domains;
import org.supportpin.domain.testing.Draw;

/** A back office drawn by lot, and a request that its rules allow. */
final class RandomRequest {

    private static final List<String> FIXES = List.of(
            "\"restart-php\",\"arguments\":{}",
            "\"clear-cache\",\"arguments\":{}",
            "\"repair-permissions\",\"arguments\":{}",
            "\"reissue-certificate\",\"arguments\":{}",
            "\"reissue-certificate\",\"arguments\":{\"domain\":\"nea.gr\"}",
            "\"unban-address\",\"arguments\":{\"address\":\"195.251.255.66\"}");

    private static final Map<String, List<String>> PHP = Map.of(
            "memory_limit", List.of("\"64M\"", "\"128M\"", "\"512M\""),
            "max_execution_time", List.of("30", "60", "300"),
            "post_max_size", List.of("\"16M\"", "\"32M\""),
            "display_errors", List.of("\"on\"", "\"off\""),
            "date.timezone", List.of("\"Europe/Athens\"", "\"UTC\""));

    private final Draw draw;
    private final ActionHouse house = new ActionHouse();
    private final String parameters;

    RandomRequest(Draw draw, ActionName action) {
        this.draw = draw;
        house.billing.put(service(action));
        house.billing.ownPrice = draw.chance(30) ? Money.euros("1" + draw.below(10) + ".4" + draw.below(10)) : null;
        parameters = parameters(action);
    }

    ActionHouse house() {
        return house;
    }

    String parameters() {
        return parameters;
    }

    private Service service(ActionName action) {
        var usual = Shop.service();
        var isUpgrade = action == ActionName.UPGRADE_SERVICE;
        return new Service(
                usual.id(),
                usual.customer(),
                usual.product(),
                draw.of(List.of(BillingCycle.ANNUALLY, BillingCycle.BIENNIALLY)),
                isUpgrade ? Service.Status.ACTIVE : draw.of(List.of(Service.Status.ACTIVE, Service.Status.SUSPENDED)),
                Shop.TODAY.plusDays(isUpgrade ? 1 + draw.below(800) : draw.below(800) - 400L),
                usual.name(),
                null,
                null);
    }

    private String parameters(ActionName action) {
        return switch (action) {
            case ORDER_SERVICE ->
                "{\"productId\":\"%s\",\"billingCycle\":\"%s\"%s}"
                        .formatted(
                                draw.of(List.of("hosting-basic", "hosting-pro")),
                                cycle(),
                                draw.chance(50) ? ",\"hostname\":\"shop.gr\"" : "");
            case RENEW_SERVICE ->
                "{\"serviceId\":\"svc-1\"%s}".formatted(draw.chance(50) ? ",\"billingCycle\":\"" + cycle() + "\"" : "");
            case UPGRADE_SERVICE -> "{\"serviceId\":\"svc-1\",\"productId\":\"hosting-pro\"}";
            case CHANGE_DNS_RECORDS -> "{\"domain\":\"papadopoulou.gr\",\"changes\":" + dns() + "}";
            case CHANGE_NAMESERVERS ->
                "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[%s]}"
                        .formatted(draw
                                .of(List.of(
                                        List.of("ns1.hoster.gr", "ns2.hoster.gr"),
                                        List.of("ns2.hoster.gr", "ns1.hoster.gr"),
                                        List.of("ns1.other.gr", "ns2.other.gr"),
                                        List.of("ns1.other.gr", "ns2.other.gr", "ns3.other.gr")))
                                .stream()
                                .map("{\"host\":\"%s\"}"::formatted)
                                .collect(Collectors.joining(",")));
            case RECALL_GR_DOMAIN -> "{\"domain\":\"papadopoulou.gr\"}";
            case SEND_ORDER_DETAILS -> "{\"orderId\":\"ord-1\"}";
            case CHANGE_DOMAIN_ADMINISTRATOR -> administrator();
            case CHANGE_HOSTING_SETTINGS -> hosting();
            case APPLY_MICRO_FIX ->
                "{\"packageId\":\"pkg-1\",\"fix\":%s,\"note\":\"%s\"}"
                        .formatted(
                                draw.chance(20)
                                        ? "\"raise-mailbox-quota\",\"arguments\":{\"mailbox\":\"info@papadopoulou.gr\",\"quotaMb\":%d}"
                                                .formatted(1025 + draw.below(3000))
                                        : draw.of(FIXES),
                                "The shop shows old prices.");
        };
    }

    private String cycle() {
        return draw.of(List.of("annually", "biennially"));
    }

    /** Each name and type once. Some are what the zone has already. */
    private String dns() {
        var changes = draw.list(1, 3, () -> draw.of(List.of("www", "shop", "@", "mail")));
        return changes.stream().distinct().map(this::upsert).collect(Collectors.joining(",", "[", "]"));
    }

    private String upsert(String name) {
        if (name.equals("www") && draw.chance(20)) {
            return "{\"op\":\"delete\",\"name\":\"www\",\"type\":\"A\"}";
        }
        if (name.equals("mail")) {
            return "{\"op\":\"upsert\",\"name\":\"mail\",\"type\":\"TXT\",\"records\":[\"\\\"v%d\\\"\"]}"
                    .formatted(draw.below(10));
        }
        return "{\"op\":\"upsert\",\"name\":\"%s\",\"type\":\"A\",\"ttl\":3600,\"records\":[\"195.251.255.%d\"]}"
                .formatted(name, 1 + draw.below(3));
    }

    private String administrator() {
        house.registrar.with(Domains.NIKOS);
        return "{\"domain\":\"papadopoulou.gr\",\"administrator\":%s}"
                .formatted(
                        draw.of(
                                List.of(
                                        "{\"contactId\":\"con-2\"}",
                                        "{\"contactId\":\"con-3\"}",
                                        "{\"name\":\"Νίκος Δημητρίου\",\"email\":\"nikos.d@example.gr\",\"phone\":\"+302101234567\"}")));
    }

    private String hosting() {
        var settings = PHP.entrySet().stream()
                .filter(_ -> draw.chance(40))
                .map(each -> "\"%s\":%s".formatted(each.getKey(), draw.of(each.getValue())))
                .collect(Collectors.joining(","));
        var php = "{\"version\":\"%s\"%s}"
                .formatted(
                        draw.of(List.of("8.2", "8.3", "8.4")),
                        settings.isEmpty() ? "" : ",\"settings\":{" + settings + "}");
        return "{\"packageId\":\"pkg-1\",\"php\":%s%s}".formatted(php, draw.chance(50) ? ",\"dns\":" + dns() : "");
    }
}
