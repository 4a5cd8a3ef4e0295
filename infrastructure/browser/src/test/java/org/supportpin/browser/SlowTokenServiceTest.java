package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.browser.TokenEndpoint.Answer;

/** integrations/php and integrations/node while the token service hangs or fails: the rest of the panel does not notice. */
class SlowTokenServiceTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Answer OUTAGE = Answer.of(503, "{\"error_description\":\"Come back later.\"}");

    private final Path folder;
    private final Stack stack = Stack.tokenServiceAlone();
    private final TokenEndpoint endpoint = new TokenEndpoint(Answer.token("expected"));
    private final List<WebServer> started = new ArrayList<>();

    SlowTokenServiceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        started.forEach(WebServer::close);
        endpoint.close();
        assertThat(logged()).doesNotContain("PHP Warning", "PHP Notice", "PHP Deprecated", "PHP Fatal");
    }

    private String logged() {
        return started.getFirst().log();
    }

    private Visitor start(PanelWithASession kind, String options) throws IOException {
        var key = stack.dataFolder().resolve("client-panel.pem");
        started.add(kind.asks(endpoint.address(), key, folder, options));
        return new Visitor(started.getFirst().origin());
    }

    private Visitor start(PanelWithASession kind) throws IOException {
        return start(kind, "{}");
    }

    private static String token(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    private static <T> CompletableFuture<T> meanwhile(Supplier<T> asks) {
        return CompletableFuture.supplyAsync(asks, task -> Thread.ofVirtual().start(task));
    }

    /** The page is not only answered: what it changes stays, and so does the token. */
    @ParameterizedTest
    @EnumSource
    void anotherPageOfTheSessionAnswersAtOnceWhileTheServiceHangs(PanelWithASession kind) throws IOException {
        var visitor = start(kind);
        assertThat(visitor.get("/other").body()).isEqualTo("1");
        var service = endpoint.hangs();
        var first = meanwhile(() -> visitor.post("/token", ""));
        await().until(() -> endpoint.asked() == 1);

        assertThat(meanwhile(() -> visitor.get("/other").body()))
                .succeedsWithin(AT_ONCE)
                .isEqualTo("2");
        service.complete(Answer.token("late"));
        assertThat(token(first.join())).isEqualTo("200 {\"token\":\"late\"}");
        assertThat(visitor.get("/other").body()).isEqualTo("3");
        assertThat(token(visitor.post("/token", ""))).isEqualTo("200 {\"token\":\"late\"}");
        assertThat(endpoint.asked()).isOne();
    }

    /** Whatever the panel's sessions are like: the second opening is the first one's session. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"use_strict_mode\":true}",
                "{\"name\":\"WHMCSabc\",\"cookie_lifetime\":600,\"cache_limiter\":\"\",\"use_strict_mode\":true}"
            })
    void aSessionInPhpIsOpenedAgainWithoutAnotherCookie(String options) throws IOException {
        var visitor = start(PanelWithASession.PHP, options);
        var first = visitor.post("/token", "");
        visitor.get("/other?seconds=300");
        endpoint.answers(Answer.token("second"));
        var second = visitor.post("/token", "");

        assertThat(first.headers().allValues("set-cookie")).hasSize(1);
        assertThat(second.headers().allValues("set-cookie")).isEmpty();
        assertThat(first.headers().allValues("cache-control")).containsExactly("no-store");
        assertThat(List.of(
                        first.body(), second.body(), visitor.post("/token", "").body()))
                .containsExactly("{\"token\":\"expected\"}", "{\"token\":\"second\"}", "{\"token\":\"second\"}");
        assertThat(visitor.get("/other").body()).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource
    void anOutageCostsOneExchangeAndOneLineAndIsOverAfterHalfAMinute(PanelWithASession kind) throws IOException {
        var visitor = start(kind);
        endpoint.answers(OUTAGE);
        assertThat(token(visitor.post("/token", ""))).isEqualTo("503 {}");
        assertThat(token(visitor.post("/token", ""))).isEqualTo("503 {}");
        endpoint.answers(Answer.token("recovered"));
        visitor.get("/other?seconds=15");
        assertThat(token(visitor.refused("/token"))).isEqualTo("503 {}");
        assertThat(endpoint.asked()).isOne();
        visitor.get("/other?seconds=15");

        assertThat(token(visitor.post("/token", ""))).isEqualTo("200 {\"token\":\"recovered\"}");
        assertThat(logged()).containsOnlyOnce("Come back later.");
    }

    /** As one that hangs until the panel has waited for long enough. */
    @ParameterizedTest
    @EnumSource
    void aServiceThatNeverAnswersIsAskedOnce(PanelWithASession kind) throws IOException {
        var visitor = start(kind);
        var _ = endpoint.hangs();
        assertThat(token(visitor.post("/token", ""))).isEqualTo("503 {}");

        assertThat(meanwhile(() -> token(visitor.post("/token", ""))))
                .succeedsWithin(AT_ONCE)
                .isEqualTo("503 {}");
        assertThat(endpoint.asked()).isOne();
        assertThat(logged()).containsPattern("Support PIN: .*(timed out|timeout)");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsRememberedForItsCustomerAlone(PanelWithASession kind) throws IOException {
        var visitor = start(kind);
        endpoint.answers(OUTAGE);
        visitor.post("/token", "");
        endpoint.answers(Answer.token("of 1002"));
        visitor.get("/other?customer=1002");

        assertThat(token(visitor.post("/token", ""))).isEqualTo("200 {\"token\":\"of 1002\"}");
    }

    /** Two tabs ask at a time, and the one that fails is the last to know. */
    @ParameterizedTest
    @EnumSource
    void aFailureTakesNoTokenAwayThatCameMeanwhile(PanelWithASession kind) throws IOException {
        var visitor = start(kind);
        visitor.get("/other");
        var service = endpoint.hangs();
        var late = meanwhile(() -> visitor.post("/token", ""));
        await().until(() -> endpoint.asked() == 1);
        endpoint.answers(Answer.token("meanwhile"));
        visitor.post("/token", "");
        service.complete(OUTAGE);

        assertThat(token(late.join())).isEqualTo("503 {}");
        assertThat(token(visitor.post("/token", ""))).isEqualTo("200 {\"token\":\"meanwhile\"}");
        assertThat(endpoint.asked()).isEqualTo(2);
    }
}
