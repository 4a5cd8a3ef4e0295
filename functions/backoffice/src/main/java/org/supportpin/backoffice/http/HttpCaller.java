package org.supportpin.backoffice.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Reply.Lost;
import org.supportpin.backoffice.http.Reply.NotSent;

/**
 * The one HTTP client of the connectors: to one system, HTTP/1.1, no redirects, nothing sent twice, an answer of at most 4 MiB, all
 * within the {@link Timeouts}. It tells what was certainly not sent from what may have been.
 */
public final class HttpCaller {

    private static final long MOST_BYTES = 4L << 20;
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]*");

    private final Endpoint endpoint;
    private final Timeouts patience;
    private volatile @Nullable HttpClient client;

    public HttpCaller(Endpoint endpoint, Timeouts patience) {
        this.endpoint = endpoint;
        this.patience = patience;
    }

    /**
     * Sends a request, once.
     *
     * @param path appended to the endpoint's URL; percent-encoded
     */
    public Reply send(String method, String path, Map<String, String> headers, Content content) {
        if (!headers.values().stream()
                .allMatch(value -> HEADER_VALUE.matcher(value).matches())) {
            // The JDK would refuse it too, in a message that repeats the value.
            return new NotSent("a header's value holds something else than visible ASCII");
        }
        var request = HttpRequest.newBuilder(endpoint.at(path))
                .method(
                        method,
                        content.bytes().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(content.bytes()));
        headers.forEach(request::setHeader);
        // Also the name's resolution and the reading of the body are within the time, which the JDK's own time-outs are
        // not.
        return patience.await(() -> exchange(request.build()), Lost::new);
    }

    private Reply exchange(HttpRequest request) throws InterruptedException {
        var problem = endpoint.problem();
        if (problem.isPresent()) {
            return new NotSent(problem.get());
        }
        try {
            HttpResponse<byte[]> answer =
                    client().send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            return new Answered(answer.statusCode(), answer.headers(), Content.of(answer.body()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new NotSent("no connection");
        } catch (SSLHandshakeException e) {
            return new NotSent("TLS was not agreed on");
        } catch (IOException e) {
            return new Lost("the connection broke");
        }
    }

    /** Made at the first call: a snapshot of the function holds no connection, and no thread of it. */
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
