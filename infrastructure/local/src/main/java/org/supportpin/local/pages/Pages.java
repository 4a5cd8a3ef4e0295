package org.supportpin.local.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.supportpin.functions.http.EntityTags;
import org.supportpin.local.gateway.PathSegments;
import org.supportpin.local.http.Body;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;

/** Serves the current files of some folders, so that an edit shows on the next reload; compressed, as CloudFront sends them. */
public final class Pages implements Service {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");
    private static final int TAG_BYTES = 16;

    /** Smaller files CloudFront leaves as they are, and so are pictures, which are compressed already. */
    private static final int LEAST_COMPRESSED = 1_000;

    private static final String PICTURE = "png";
    /** An encoding that the browser accepts; not with the weight 0, by which it refuses one. */
    private static final Pattern GZIP = Pattern.compile("(^|,)\\s*gzip\\s*(;\\s*q=(1|0?\\.0*[1-9])[0-9.]*\\s*)?(,|$)");

    private final List<Path> folders;
    private final Map<String, String> headers;

    private Pages(List<Path> folders, Map<String, String> headers) {
        this.folders = List.copyOf(folders);
        this.headers = Map.copyOf(headers);
    }

    /**
     * The files of several folders as one tree. Where two folders have the same file, the first folder's is served, so a
     * later folder can add pages but never replace one.
     *
     * @param headers sent with each response
     */
    public static Pages of(List<Path> folders, Map<String, String> headers) {
        return new Pages(folders, headers);
    }

    @Override
    public Reply answer(Request request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return (reads ? file(request.path()) : Optional.<Path>empty())
                .map(file -> send(request, file))
                .orElseGet(() -> Reply.message(404, "Not Found"))
                .with(headers);
    }

    /** The file at a path; for a path that ends in a slash, its index.html. */
    private Optional<Path> file(String path) {
        var whole = path.endsWith("/") ? path + "index.html" : path;
        return PathSegments.of(whole)
                .filter(Pages::isServed)
                .flatMap(segments -> folders.stream()
                        .flatMap(folder -> in(folder, String.join("/", segments)).stream())
                        .findFirst());
    }

    private static Optional<Path> in(Path folder, String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile).filter(file -> isWithin(folder, file));
    }

    /** Neither hidden files nor files of an unknown type are served. */
    private static boolean isServed(List<String> segments) {
        return segments.stream().noneMatch(segment -> segment.startsWith("."))
                && TYPES.containsKey(extension(segments.getLast()));
    }

    /** A symbolic link must not lead out of the folder. */
    private static boolean isWithin(Path folder, Path file) {
        try {
            return file.toRealPath().equals(folder.toRealPath().resolve(folder.relativize(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply send(Request request, Path file) {
        try {
            var content = Files.readAllBytes(file);
            var extension = extension(file.toString());
            boolean isCompressed = content.length >= LEAST_COMPRESSED
                    && !extension.equals(PICTURE)
                    && request.header("accept-encoding")
                            .filter(GZIP.asPredicate())
                            .isPresent();
            // Another representation has another tag (RFC 9110 §8.8.3.3).
            var tag = isCompressed ? tag(content) + "-gzip" : tag(content);
            var known = request.header("if-none-match")
                    .filter(tags -> EntityTags.name(tags, tag))
                    .isPresent();
            var reply = known
                    ? Reply.empty(304)
                    : new Reply(200, Map.of(), Body.of(isCompressed ? gzip(content) : content));
            return (isCompressed ? reply.with("content-encoding", "gzip") : reply)
                    .with("content-type", TYPES.getOrDefault(extension, ""))
                    .with("vary", "accept-encoding")
                    .with("etag", '"' + tag + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(compressed)) {
            zip.write(content);
        }
        return compressed.toByteArray();
    }

    private static String tag(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
