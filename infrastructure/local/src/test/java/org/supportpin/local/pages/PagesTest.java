package org.supportpin.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.http.Body;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;

class PagesTest {

    @TempDir
    Path project;

    private Pages pages = Pages.of(List.of(), Map.of());

    @BeforeEach
    void fill() throws IOException {
        var web = Files.createDirectories(project.resolve("web"));
        Files.createDirectories(web.resolve("panel"));
        Files.writeString(web.resolve("index.html"), "<p>Καλημέρα</p>");
        Files.writeString(web.resolve("panel/index.html"), "panel");
        Files.writeString(web.resolve("panel/panel.js"), "export {};");
        Files.writeString(web.resolve("panel/panel.css"), "p {}");
        Files.writeString(web.resolve("panel/icon.svg"), "<svg/>");
        Files.writeString(web.resolve("panel/notes.txt"), "secret");
        Files.writeString(web.resolve(".hidden.js"), "secret");
        Files.writeString(project.resolve("outside.js"), "secret");
        var local = Files.createDirectories(web.resolve("local/panel"));
        Files.writeString(local.resolve("example.html"), "example");
        Files.writeString(local.resolve("panel.js"), "another panel");
        pages = Pages.of(List.of(web, web.resolve("local")), Map.of("content-security-policy", "default-src 'none'"));
    }

    private Reply ask(String method, String path, Map<String, List<String>> headers) {
        return pages.answer(
                new Request(method, path, "", "HTTP/1.1", headers, Body.EMPTY, InetAddress.getLoopbackAddress()));
    }

    private Reply get(String path) {
        return ask("GET", path, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "/,text/html; charset=utf-8,<p>Καλημέρα</p>",
        "/index.html,text/html; charset=utf-8,<p>Καλημέρα</p>",
        "/panel/,text/html; charset=utf-8,panel",
        "/panel/panel.js,text/javascript; charset=utf-8,export {};",
        "/panel/panel%2Ejs,text/javascript; charset=utf-8,export {};",
        "/panel/panel.css,text/css; charset=utf-8,p {}",
        "/panel/icon.svg,image/svg+xml,<svg/>",
        "/panel/example.html,text/html; charset=utf-8,example"
    })
    void eachFileHasItsType(String path, String type, String content) {
        var reply = get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("content-type", List.of(type));
        assertThat(reply.body().text()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.html",
                "/panel",
                "/panel/panel.js/",
                "/panel/notes.txt",
                "/.hidden.js",
                "/../outside.js",
                "/panel/../../outside.js",
                "/%2e%2e/outside.js",
                "/..%2Foutside.js",
                "/panel%2Fpanel.js",
                "/..%5Coutside.js",
                "/panel//panel.js",
                "/panel/panel.js%00",
                "/%E0%80%AEindex.html",
                "/INDEX.HTML"
            })
    void anythingElseIsNotFoundWithoutDetail(String path) {
        var reply = get(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body().text()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void aLaterFolderAddsPagesAndReplacesNone() throws IOException {
        assertThat(get("/panel/panel.js").body().text()).isEqualTo("export {};");
        Files.delete(project.resolve("web/panel/panel.js"));
        assertThat(get("/panel/panel.js").body().text()).isEqualTo("another panel");
    }

    @Test
    void aLinkDoesNotLeadOutOfTheFolder() throws IOException {
        Files.createSymbolicLink(project.resolve("web/link.js"), project.resolve("outside.js"));
        Files.createSymbolicLink(project.resolve("web/up"), project);
        assertThat(get("/link.js").status()).isEqualTo(404);
        assertThat(get("/up/outside.js").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE"})
    void pagesAreOnlyRead(String method) {
        assertThat(ask(method, "/index.html", Map.of()).status()).isEqualTo(404);
        assertThat(ask("HEAD", "/index.html", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void anUnchangedFileIsAnsweredWithNotModified() throws IOException {
        var tag = get("/index.html").headers().getOrDefault("etag", List.of());
        assertThat(tag).hasSize(1);
        var again = ask("GET", "/index.html", Map.of("if-none-match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body().isEmpty()).isTrue();

        Files.writeString(project.resolve("web/index.html"), "another");
        assertThat(ask("GET", "/index.html", Map.of("if-none-match", tag)).status())
                .isEqualTo(200);
    }

    private Reply compressed(String path, String accepted) {
        return ask("GET", path, Map.of("accept-encoding", List.of(accepted)));
    }

    private static final String LONG = "// so that it is worth it\n".repeat(100);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br,gzip;q=0.5", "deflate, gzip;q=1.0, *;q=0.5"})
    void whatIsLongIsCompressedForWhoeverAcceptsIt(String accepted) throws IOException {
        Files.writeString(project.resolve("web/panel/long.js"), LONG);
        var reply = compressed("/panel/long.js", accepted);
        assertThat(reply.headers()).containsEntry("content-encoding", List.of("gzip"));
        assertThat(reply.headers()).containsEntry("content-type", List.of("text/javascript; charset=utf-8"));
        assertThat(reply.headers()).containsEntry("vary", List.of("accept-encoding"));
        assertThat(reply.body().size()).isLessThan(LONG.length() / 10);
        try (var content =
                new GZIPInputStream(new ByteArrayInputStream(reply.body().bytes()))) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(LONG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "x-gzip2"})
    void andSentAsItIsToWhoeverDoesNot(String accepted) throws IOException {
        Files.writeString(project.resolve("web/panel/long.js"), LONG);
        var reply = compressed("/panel/long.js", accepted);
        assertThat(reply.headers()).doesNotContainKey("content-encoding");
        assertThat(reply.headers()).containsEntry("vary", List.of("accept-encoding"));
        assertThat(reply.body().text()).isEqualTo(LONG);
    }

    @Test
    void whatIsShortAndWhatIsCompressedAlreadyIsSentAsItIs() throws IOException {
        Files.writeString(project.resolve("web/panel/picture.png"), LONG);
        assertThat(compressed("/panel/picture.png", "gzip").body().text()).isEqualTo(LONG);
        assertThat(compressed("/panel/panel.js", "gzip").body().text()).isEqualTo("export {};");
    }

    @Test
    void theCompressedFormHasATagOfItsOwn() throws IOException {
        Files.writeString(project.resolve("web/panel/long.js"), LONG);
        var plain = get("/panel/long.js").headers().getOrDefault("etag", List.of());
        var tag = compressed("/panel/long.js", "gzip").headers().getOrDefault("etag", List.of());
        assertThat(tag).isNotEqualTo(plain);
        var both = Map.of("accept-encoding", List.of("gzip"), "if-none-match", tag);
        assertThat(ask("GET", "/panel/long.js", both).status()).isEqualTo(304);
        assertThat(ask("GET", "/panel/long.js", Map.of("if-none-match", tag)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/panel/panel.js", "/nothing"})
    void everyResponseHasTheHeaders(String path) {
        assertThat(get(path).headers()).containsEntry("content-security-policy", List.of("default-src 'none'"));
    }
}
