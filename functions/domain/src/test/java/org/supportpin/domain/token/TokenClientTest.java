package org.supportpin.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenClientTest {

    private static final List<AddressRange> HERE =
            List.of(AddressRange.parse("203.0.113.7").orThrow());

    private static TokenClient client(TokenRealm realm, Set<String> scopes, Set<String> claims) {
        return new TokenClient("one", realm, scopes, claims, HERE, 10);
    }

    @Test
    void whoHasOneScopeNeedNotNameIt() {
        var panel = client(TokenRealm.PANEL, Set.of("pin:self"), Set.of());

        assertThat(panel.scopesFor("")).contains(Set.of("pin:self"));
        assertThat(panel.scopesFor("pin:self pin:self")).contains(Set.of("pin:self"));
    }

    @Test
    void whoHasSeveralNamesThoseItNeeds() {
        var desk = client(TokenRealm.AGENT, Set.of("pin:verify", "action:execute", "action:approve"), Set.of());

        assertThat(desk.scopesFor("")).isEmpty();
        assertThat(desk.scopesFor(" ")).isEmpty();
        assertThat(desk.scopesFor("pin:verify  action:execute")).contains(Set.of("pin:verify", "action:execute"));
        assertThat(desk.scopesFor("pin:verify audit:read")).isEmpty();
        assertThat(desk.scopesFor("pin:self")).isEmpty();
    }

    @Test
    void noClientHasWhatItsRealmHasNot() {
        for (var scopes : List.of(Set.of("pin:verify"), Set.of("pin:self", "audit:read"), Set.<String>of())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client(TokenRealm.PANEL, scopes, Set.of()))
                    .withMessageContaining("pin:self");
        }
        for (var claim : List.of("sub", "aud", "scope", "client_id", "iss", "exp", "name")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client(TokenRealm.PANEL, Set.of("pin:self"), Set.of(claim)))
                    .withMessageContaining("phone_number");
        }
    }

    @Test
    void nobodyIsAClientFromNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new TokenClient("one", TokenRealm.PANEL, Set.of("pin:self"), Set.of(), List.of(), 10));
    }
}
