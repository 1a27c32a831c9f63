package io.tastemaker.adapters.http.shared;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.domain.access.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a route declared from a request, and reports every fault of it together. */
final class Reader {

    static final int MOST_BODY = 1 << 20;
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.US_ASCII);
    static final int MOST_QUERY = 2_048;

    private static final Shape.Members NOTHING = Shape.of(Nothing.class);
    private static final Optional<Object> NO_VARIABLES = Optional.of(new Nothing());
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final Pattern CREDITS = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern EVENT_ID = Pattern.compile("[!-~]{1,64}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("\\s*([A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+)\\s*(;.*)?", Pattern.DOTALL);
    private static final Pattern CHARSET = Pattern.compile("(?i).*;\\s*charset=\"?([^\";]+)\"?.*", Pattern.DOTALL);

    /** So many bytes of signed bodies are read at once. */
    private static final int MOST_UNCOUNTED = 64 << 20;

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final HttpSettings settings;
    private final Map<Route, Optional<Object>> unasked = new ConcurrentHashMap<>();
    private final KnownBodies knownBodies = new KnownBodies();
    private final Semaphore uncounted = new Semaphore(MOST_UNCOUNTED);

    Reader(HttpSettings settings) {
        this.settings = settings;
    }

    record Nothing() {}

    Input read(Route route, HttpServletRequest request, Map<String, String> variables) throws IOException {
        checkQueryLength(request);
        checkAccept(route, request.getHeader("Accept"));
        checkContent(route, request);
        if (route.guard() == Route.Guard.REQUIRED && request.getHeader("If-Match") == null) {
            throw Problem.of(ProblemCode.IF_MATCH_MISSING).asException();
        }
        List<Fault> faults = new ArrayList<>();
        Optional<Object> query = route.readsQuery() && request.getQueryString() != null
                ? Parameters.query(route.queryShape().orElse(NOTHING), request.getQueryString(), faults)
                : withoutQuery(route, faults);
        if (route.idempotency().isNeeded() && !ChargeQuery.isDry(query) && request.getHeader("Idempotency-Key") == null) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING).asException();
        }
        Optional<String> key = route.idempotency().isTaken()
                ? header(request, "Idempotency-Key", KEY, "must be 1 to 255 visible ASCII characters", faults)
                : Optional.empty();
        Optional<Long> creditsMax = route.charges()
                ? header(request, Credits.MAX, CREDITS, "must be a whole number of credits, 0 or more", faults).map(Long::valueOf)
                : Optional.empty();
        Optional<Long> version = header(request, "If-Match", VERSION, "must be the ETag you read, such as \"3\"", faults)
                .map(etag -> Long.parseLong(etag.substring(1, etag.length() - 1)));
        Optional<String> eventId = route.streamsEvents()
                ? header(request, "Last-Event-ID", EVENT_ID, "must be an id of this stream", faults)
                : Optional.empty();
        Optional<Object> path = route.pathShape().isEmpty() ? NO_VARIABLES : Parameters.path(route.pathShape().get(), variables, faults);
        Optional<Object> body = Optional.empty();
        Optional<Upload> upload = Optional.empty();
        Optional<SignedBody> signed = Optional.empty();
        if (route.bodyShape().isPresent()) {
            body = body(route, lacksBody(route, request) ? EMPTY_OBJECT : limited(request), faults);
        } else if (route.uploadShape().isPresent()) {
            Multipart.Form form = Multipart.read(request, settings, faults);
            upload = form.file();
            body = options(route.uploadShape().get(), form, faults);
        } else if (route.signatureHeader().isPresent()) {
            String signature = Optional.ofNullable(request.getHeader(route.signatureHeader().get())).orElse("");
            signed = Optional.of(new SignedBody(uncounted(request), signature));
        }
        if (!faults.isEmpty()) {
            upload.ifPresent(Multipart::discard);
            throw Problem.of(faults).asException();
        }
        boolean lines = asksFor(LineStream.MEDIA_TYPE, request.getHeader("Accept"));
        boolean events = asksFor(EventStream.MEDIA_TYPE, request.getHeader("Accept"));
        return new Input(path, query, body, upload, signed, version, eventId, key, creditsMax, lines, events);
    }

    /** Signed bodies come from anybody, and no rate holds them back: what is read of them at once has a bound of its own. */
    private byte[] uncounted(HttpServletRequest request) throws IOException {
        long declared = request.getContentLengthLong();
        int size = declared < 0 ? MOST_BODY : (int) Math.min(declared, MOST_BODY);
        if (!uncounted.tryAcquire(size)) {
            throw new Refusal.Unavailable("memory", COME_AGAIN);
        }
        try {
            return limited(request);
        } finally {
            uncounted.release(size);
        }
    }

    /** What a route reads from no query at all is always the same, unless something of it is needed. */
    private Optional<Object> withoutQuery(Route route, List<Fault> faults) {
        Optional<Object> known = unasked.get(route);
        if (known != null) {
            return known;
        }
        int others = faults.size();
        Optional<Object> query = Parameters.query(route.queryShape().orElse(NOTHING), null, faults);
        if (faults.size() == others) {
            unasked.put(route, query);
        }
        return query;
    }

    private Optional<Object> body(Route route, byte[] bytes, List<Fault> faults) {
        if (!route.remembersBodies()) {
            return bind(route.bodyShape().orElseThrow(), bytes, faults);
        }
        Optional<Object> known = knownBodies.find(route, bytes);
        if (known.isPresent()) {
            return known;
        }
        int others = faults.size();
        Optional<Object> body = bind(route.bodyShape().orElseThrow(), bytes, faults);
        if (faults.size() == others) {
            body.ifPresent(right -> knownBodies.keep(route, bytes, right));
        }
        return body;
    }

    private static Optional<Object> bind(Shape.Members shape, byte[] bytes, List<Fault> faults) {
        try {
            JsonNode document = StrictJson.read(bytes, faults);
            return Binder.body(shape, document, faults);
        } catch (Problem.Raised malformed) {
            if (faults.isEmpty()) {
                throw malformed;
            }
            faults.add(new Fault(malformed.problem().code(), "#", malformed.problem().detail()));
            return Optional.empty();
        }
    }

    static void checkQueryLength(HttpServletRequest request) {
        if (request.getQueryString() != null && request.getQueryString().length() > MOST_QUERY) {
            throw Problem.of(ProblemCode.URI_TOO_LONG).asException();
        }
    }

    /** Whoever names both gets what stands first. */
    private static boolean asksFor(String streamed, String accept) {
        return accept != null && accepted(accept).stream().filter(type -> type.equals(streamed) || type.equals(Answer.JSON))
                .findFirst().filter(streamed::equals).isPresent();
    }

    private static void checkAccept(Route route, String accept) {
        if (accept == null || accept.isBlank() || route.redirects()) {
            return;
        }
        List<String> known = new ArrayList<>(List.of("*/*"));
        for (String produced : route.produces()) {
            known.add(produced.substring(0, produced.indexOf('/')) + "/*");
            known.add(produced.split(";")[0]);
        }
        if (accepted(accept).stream().anyMatch(known::contains)) {
            return;
        }
        throw Problem.of(ProblemCode.NOT_ACCEPTABLE, "This route answers " + String.join(" or ", route.produces()) + ".").asException();
    }

    /** The media ranges that a client takes, without those that it names to refuse them. */
    private static List<String> accepted(String accept) {
        return Stream.ofNullable(accept).flatMap(ranges -> Arrays.stream(ranges.split(",")))
                .map(range -> List.of(range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*")))
                .filter(parts -> parts.stream().noneMatch(part -> part.matches("q=0(\\.0{0,3})?")))
                .map(List::getFirst)
                .toList();
    }

    private void checkContent(Route route, HttpServletRequest request) {
        boolean upload = route.uploadShape().isPresent();
        boolean signed = route.signatureHeader().isPresent();
        if (route.bodyShape().isEmpty() && !upload && !signed || lacksBody(route, request)) {
            return;
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Bodies are not decompressed; send it plain.")
                    .header("Accept-Encoding", "identity")
                    .asException();
        }
        List<String> wanted = upload ? List.of(Multipart.MEDIA_TYPE) : route.reads();
        String type = request.getContentType();
        if (!signed && !isOneOf(wanted, type == null ? "" : type)) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "This route reads " + String.join(" or ", wanted) + " in UTF-8.")
                    .asException();
        }
        long limit = upload ? settings.uploadLimit() : MOST_BODY;
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
    }

    private static boolean isOneOf(List<String> wanted, String type) {
        if (wanted.contains(type)) {
            return true;
        }
        Matcher media = MEDIA_TYPE.matcher(type);
        Matcher charset = CHARSET.matcher(type);
        return media.matches() && wanted.contains(media.group(1).toLowerCase(Locale.ROOT))
                && (!charset.matches() || charset.group(1).strip().equalsIgnoreCase("utf-8"));
    }

    private static boolean lacksBody(Route route, HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return !route.needsBody() && (length == 0 || length < 0 && request.getHeader("Transfer-Encoding") == null);
    }

    private static Optional<Object> options(Shape.Members shape, Multipart.Form form, List<Fault> faults) {
        try {
            return bind(shape, form.options(), faults);
        } catch (Problem.Raised malformed) {
            form.file().ifPresent(Multipart::discard);
            throw malformed;
        }
    }

    private static Optional<String> header(
            HttpServletRequest request, String name, Pattern form, String says, List<Fault> faults) {
        String value = request.getHeader(name);
        if (value != null && !form.matcher(value).matches()) {
            faults.add(new Fault(ProblemCode.INVALID_PARAMETER, "header:" + name, says));
            return Optional.empty();
        }
        return Optional.ofNullable(value);
    }

    /** The whole body, when it has at most so many bytes as one may have, announced or not. */
    private static byte[] limited(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        int most = announced < 0 ? MOST_BODY : (int) Math.min(announced, MOST_BODY); // what is read allocates as much as is asked for
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        if (bytes.length > MOST_BODY) {
            throw tooLarge(MOST_BODY);
        }
        return bytes;
    }

    static RuntimeException tooLarge(long limit) {
        return Problem.of(ProblemCode.BODY_TOO_LARGE, "The body may have at most " + limit + " bytes.").asException();
    }
}
