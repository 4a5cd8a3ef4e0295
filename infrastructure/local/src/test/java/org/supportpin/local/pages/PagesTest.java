package org.supportpin.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    @ParameterizedTest
    @ValueSource(strings = {"/", "/panel/panel.js", "/nothing"})
    void everyResponseHasTheHeaders(String path) {
        assertThat(get(path).headers()).containsEntry("content-security-policy", List.of("default-src 'none'"));
    }
}
