package org.supportpin.backoffice.hosting.plesk;

import java.util.List;
import java.util.Map;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.testing.FailuresContract;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.dns.RawChange;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneChanges;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

class PleskZonesFailuresTest extends FailuresContract {

    private static final DomainName NAME = new DomainName("example.gr");
    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");

    private final PleskDouble plesk = plesk();

    private static PleskDouble plesk() {
        var plesk = new PleskDouble("170", NAME.ascii());
        plesk.dns.zones.put("170", NAME.ascii());
        plesk.dns.hold("170", "NS", "example.gr.", "ns1.hoster.example.", "");
        plesk.dns.holdReverse("170");
        return plesk;
    }

    /** An edit of the double's zone at the start. */
    private static ZoneEdit edit() {
        var ns =
                new RecordSet(new DnsName("example.gr"), RecordType.inZone("NS"), 3600, List.of("ns1.hoster.example."));
        var zone = new Zone(NAME, new CustomerId("1001"), List.of(ns));
        var changes = ZoneChanges.parse(NAME, List.of(new RawChange("upsert", "t", "TXT", null, List.of("x"))));
        return ((Verdict.Accepted<ZoneEdit>) ZoneRules.decide(zone, changes.orThrow())).value();
    }

    @Override
    protected Operations operations(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        var zones = new PleskZones(new PleskSettings(endpoint, REFERENCE, null, true), secrets, patience);
        return new Operations(Map.of("zone", () -> zones.zone(NAME)), Map.of("apply", () -> zones.apply(ID, edit())));
    }

    @Override
    protected synchronized Behaviour well(Asked request) {
        return plesk.apply(request);
    }

    @Override
    protected boolean isChange(Asked request) {
        return PleskDouble.isChange(request);
    }

    @Override
    protected Behaviour unknownCaller() {
        return new Behaviour.Says(200, Map.of(), PleskDouble.system("1001", "Authentication failed - wrong password."));
    }

    @Override
    protected List<Behaviour> nonsense() {
        return List.of(
                Behaviour.says(200, "<packet/>"),
                Behaviour.says(200, "<packet><dns/></packet>"),
                Behaviour.says(200, "<packet><dns><add_rec/></dns></packet>"),
                Behaviour.says(
                        200,
                        "<packet><dns><add_rec><result><status>perhaps</status></result></add_rec></dns>"
                                + "<webspace><get><result><status>perhaps</status></result></get></webspace></packet>"),
                Behaviour.says(
                        200,
                        "<packet><dns><add_rec><result><status>ok</status></result></add_rec>"
                                + "<add_rec><result><status>ok</status></result></add_rec></dns></packet>"),
                Behaviour.says(302, ""));
    }
}
