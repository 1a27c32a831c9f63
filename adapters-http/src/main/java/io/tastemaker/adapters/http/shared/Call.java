package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A request whose form is right: who asks, and the records the route declared. */
public final class Call {

    private final Route route;
    private final String requestId;
    private final String source;
    private final String userAgent;
    private final boolean isPreliminary;
    private final Optional<Actor> caller;
    private final Input input;
    private final Cursors cursors;

    Call(Route route, String requestId, String source, String userAgent, boolean isPreliminary, Optional<Actor> caller,
            Input input, Cursors cursors) {
        this.route = route;
        this.requestId = requestId;
        this.source = source;
        this.userAgent = userAgent;
        this.isPreliminary = isPreliminary;
        this.caller = caller;
        this.input = input;
        this.cursors = cursors;
    }

    /**
     * Who asks, on a route that needs a permission.
     *
     * @return the actor
     */
    public Actor actor() {
        return caller.orElseThrow(Refusal.Unauthenticated::new);
    }

    /**
     * Who asks, on a route that is open.
     *
     * @return the actor, or empty without a credential
     */
    public Optional<Actor> caller() {
        return caller;
    }

    /**
     * The request's id, for what is written down about it.
     *
     * @return at most 64 letters, digits and hyphens
     */
    public String requestId() {
        return requestId;
    }

    /**
     * Where the call comes from, as trusted proxies say: what anonymous calls are counted by.
     *
     * @return an IPv4 address, or the network of 64 bits that an IPv6 address is of, such as {@code 2001:db8:0:1:0:0:0:0/64}
     */
    public String source() {
        return source;
    }

    /**
     * What the client calls itself.
     *
     * @return as it was sent, empty when it was not
     */
    public String userAgent() {
        return userAgent;
    }

    /**
     * Whether nobody may ever see the answer: the call only looks ({@code HEAD}), or a browser fetches before anybody asked for it.
     *
     * @return true when the method or a header says so
     */
    public boolean isPreliminary() {
        return isPreliminary;
    }

    /**
     * The variables of the path.
     *
     * @param type the record the route declared
     * @param <T> the record
     * @return them
     */
    public <T extends Record> T path(Class<T> type) {
        return type.cast(input.path().orElseThrow());
    }

    /**
     * The query parameters.
     *
     * @param type the record the route declared
     * @param <T> the record
     * @return them
     */
    public <T extends Record> T query(Class<T> type) {
        return type.cast(input.query().orElseThrow());
    }

    /**
     * The JSON body, or the options of an upload.
     *
     * @param type the record the route declared
     * @param <T> the record
     * @return it
     */
    public <T extends Record> T body(Class<T> type) {
        return type.cast(input.body().orElseThrow());
    }

    /**
     * The uploaded file.
     *
     * @return where it lies
     */
    public Upload upload() {
        return input.upload().orElseThrow();
    }

    /**
     * The body whose bytes are signed.
     *
     * @return it, on a route that takes one
     */
    public SignedBody signedBody() {
        return input.signed().orElseThrow();
    }

    /**
     * The version in {@code If-Match}.
     *
     * @return the version, always there on a route that needs it
     */
    public Optional<Long> ifMatch() {
        return input.ifMatch();
    }

    /**
     * The version in {@code If-Match}, on a route that heeds it and does not need it.
     *
     * @return the version, empty for any
     */
    public OptionalLong expectedVersion() {
        return ifMatch().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /**
     * Where a broken event stream is taken up again.
     *
     * @return {@code Last-Event-ID}
     */
    public Optional<String> lastEventId() {
        return input.lastEventId();
    }

    /**
     * Whether the client asks for JSON Lines, on a route that has them.
     *
     * @return true when {@code Accept} names them
     */
    public boolean wantsLines() {
        return input.wantsLines();
    }

    /**
     * Whether the client asks for a stream of events, on a route that answers with JSON as well.
     *
     * @return true when {@code Accept} names it before JSON
     */
    public boolean wantsEvents() {
        return input.wantsEvents();
    }

    /**
     * The {@code Idempotency-Key}, for a handler that passes it on or keeps its answers.
     *
     * @return the key, always there on a route that needs one unless it is a dry run
     */
    public Optional<String> idempotencyKey() {
        return input.idempotencyKey();
    }

    /**
     * Whether only the price is wanted, on a route that charges.
     *
     * @return {@code dry_run}
     */
    public boolean dryRun() {
        return query(ChargeQuery.class).dryRun();
    }

    /**
     * The most credits the caller is willing to pay, on a route that charges.
     *
     * @return {@code X-Credits-Max}; empty for any price
     */
    public OptionalLong creditsMax() {
        return input.creditsMax().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /**
     * Names the route, as keys of requests are told apart by it.
     *
     * @return such as {@code POST /api/v1/creators/{creator_id}/unlock}
     */
    public String routeName() {
        return route.toString();
    }

    /** A cursor belongs to one address with its variables, one filter, one sort. */
    private record Bound(Optional<Object> path, Object binding) {}

    /**
     * Opens a cursor.
     *
     * @param cursor as sent, if one was
     * @param binding filter and sort of this request, a record
     * @return where to go on, or empty for the first page; a cursor made for anything else ends the call with {@code invalid_cursor}
     */
    public Optional<String> position(Optional<String> cursor, Object binding) {
        return cursor.map(text -> cursors.open(actor().team(), route, new Bound(input.path(), binding), text)
                .orElseThrow(() -> Problem.of(ProblemCode.INVALID_CURSOR).asException()));
    }

    /**
     * Makes a cursor.
     *
     * @param position where the next page begins
     * @param binding filter and sort of this request, a record
     * @return opaque text
     */
    public String cursor(String position, Object binding) {
        return cursors.seal(actor().team(), route, new Bound(input.path(), binding), position);
    }

    /**
     * Answers a page of a list.
     *
     * @param page the page
     * @param binding filter and sort of this request, a record
     * @param entry makes an entry's record
     * @param <T> what the page holds
     * @return 200 with items, next_cursor and has_more
     */
    public <T> Answer page(Page<T> page, Object binding, Function<? super T, ?> entry) {
        List<?> items = page.items().stream().map(entry).toList();
        Optional<String> next = page.next().map(position -> cursor(position, binding));
        return Answer.ok(new ListJson<>(items, next, next.isPresent()));
    }
}
