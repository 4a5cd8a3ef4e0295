package org.supportpin.backoffice.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.http.Reply.Lost;
import org.supportpin.backoffice.http.Reply.NotSent;

/**
 * The connectors' HTTP client for one system: HTTP/1.1, no redirects, no retries, an answer of at most 4 MiB, all within the
 * {@link Timeouts}. It distinguishes what was certainly not sent from what may have been.
 */
public final class HttpCaller {

    private static final long MOST_BYTES = 4L << 20;
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]*");

    private final Endpoint endpoint;
    private final Timeouts patience;
    private final Watch watch = Watched.CURRENT.orElse(Watch.NONE);
    private volatile @Nullable HttpClient client;

    public HttpCaller(Endpoint endpoint, Timeouts patience) {
        this.endpoint = endpoint;
        this.patience = patience;
    }

    /**
     * Sends a request once.
     *
     * @param path percent-encoded, appended to the endpoint's URL
     */
    public Reply<HttpAnswer> send(String method, String path, Map<String, String> headers, Content content) {
        if (!headers.values().stream()
                .allMatch(value -> HEADER_VALUE.matcher(value).matches())) {
            // The JDK would reject it too, but its message repeats the value.
            return new NotSent<>("a header value contains something other than visible ASCII");
        }
        var watched = new Watch.Request(method, path, content);
        var objection = watch.objection(watched);
        if (objection.isPresent()) {
            return new NotSent<>(objection.get());
        }
        var start = System.nanoTime();
        var reply = exchange(method, path, headers, content);
        watch.saw(watched, reply, Duration.ofNanos(System.nanoTime() - start));
        return reply;
    }

    private Reply<HttpAnswer> exchange(String method, String path, Map<String, String> headers, Content content) {
        var request = HttpRequest.newBuilder(endpoint.at(path))
                .method(
                        method,
                        content.bytes().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(content.bytes()));
        headers.forEach(request::setHeader);
        // This covers name resolution and reading the body too, which the JDK's time-outs do not.
        return patience.await(() -> exchange(request.build()), () -> new NotSent<>("no time is left"), Lost::new);
    }

    private Reply<HttpAnswer> exchange(HttpRequest request) throws InterruptedException {
        var problem = endpoint.problem();
        if (problem.isPresent()) {
            return new NotSent<>(problem.get());
        }
        try {
            HttpResponse<byte[]> answer =
                    client().send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            return new Answered<>(new HttpAnswer(answer.statusCode(), answer.headers(), Content.of(answer.body())));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new NotSent<>("no connection");
        } catch (SSLHandshakeException e) {
            return new NotSent<>("the TLS handshake failed");
        } catch (IOException e) {
            return new Lost<>("the connection broke");
        }
    }

    /** Created at the first call, so that a snapshot of the function holds no connection and no thread. */
    private HttpClient client() {
        var made = client;
        if (made == null) {
            synchronized (this) {
                made = client;
                if (made == null) {
                    made = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(patience.connect())
                            .build();
                    client = made;
                }
            }
        }
        return made;
    }
}
