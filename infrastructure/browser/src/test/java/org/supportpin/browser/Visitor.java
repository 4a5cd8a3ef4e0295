package org.supportpin.browser;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody with cookies and no browser, who sends what no browser would. */
final class Visitor {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String origin;

    Visitor(String origin) {
        this.origin = origin;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "", origin);
    }

    /** As a page of the panel itself does. */
    HttpResponse<String> post(String path, String form) {
        return send("POST", path, form, origin);
    }

    /** As a page whose token the service has refused. */
    HttpResponse<String> refused(String path) {
        return send("POST", path, "", origin, "Token-Refused", "true");
    }

    /** As a page of another origin does; without one if that is empty. */
    HttpResponse<String> send(String method, String path, String form, String from, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (!from.isEmpty()) {
            request.header("Origin", from);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
