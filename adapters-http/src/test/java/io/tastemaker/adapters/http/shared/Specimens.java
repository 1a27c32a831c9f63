package io.tastemaker.adapters.http.shared;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.NotYet;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Small routes that use everything the frame offers. */
final class Specimens {

    record ThingPath(@About("The thing") UUID thingId) {}

    record RangeJson(Optional<Long> min, Optional<Long> max) {
        RangeJson {
            if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
                throw new IllegalArgumentException("min must not exceed max");
            }
        }
    }

    record NewThingJson(
            @About("What it is called") @Length(max = 20) String name,
            @About("How many") @Between(min = "0", max = "10") int amount,
            @About("How much of it") Optional<@Between(min = "0", max = "1", decimals = 6) BigDecimal> share,
            Optional<Boolean> flag,
            Optional<@OneOf({"red", "green"}) String> color,
            Optional<@Entries(max = 3) List<@Word(Vocabulary.PLATFORM) String>> platforms,
            Optional<LocalDate> day,
            Optional<Instant> at,
            Optional<RangeJson> range,
            Optional<Object> config,
            @NotYet Optional<Object> keywords) {}

    record ThingJson(String name, int amount, Optional<BigDecimal> share, Optional<Instant> at) {}

    record ChangeJson(Field<@Length(max = 20) String> name, Field<@Between(min = "0", max = "10") Integer> amount) {}

    record ChangedJson(String name, String amount) {}

    record ListQuery(
            @Default("25") @Between(min = "1", max = "100") int limit,
            Optional<String> cursor,
            Optional<@OneOf({"draft", "active"}) String> status) {}

    record OptionsJson(Optional<@Word(Vocabulary.PLATFORM) String> platform) {}

    record StoredJson(String name, long bytes, String sha256, Optional<String> platform) {}

    record TextJson(String text) {}

    record OneX(String x) {}

    record OneY(String y) {}

    private final AtomicInteger made = new AtomicInteger();

    int made() {
        return made.get();
    }

    List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CREATORS);
        Access writing = Access.needs(Permission.WRITE_CREATORS);
        return List.of(
                Route.of(Method.POST, "/things", writing).says("specimens", "Make a thing")
                        .body(NewThingJson.class).answers(201, ThingJson.class, "Made").versioned().repeatable().handle(this::make),
                Route.of(Method.GET, "/things", reading).says("specimens", "List things")
                        .query(ListQuery.class).lists(TextJson.class, "Numbers").handle(this::list),
                Route.of(Method.GET, "/things/{thing_id}", reading).says("specimens", "Show a thing")
                        .path(ThingPath.class).answers(200, ThingJson.class, "It").versioned().problems(ProblemCode.NOT_FOUND)
                        .handle(this::show),
                Route.of(Method.PATCH, "/things/{thing_id}", writing).says("specimens", "Change a thing").needsVersion()
                        .path(ThingPath.class).body(ChangeJson.class).answers(200, ChangedJson.class, "Changed").handle(this::change),
                Route.of(Method.POST, "/imports", writing).says("specimens", "Store a file").upload(OptionsJson.class)
                        .answers(200, StoredJson.class, "Stored").needsKey().handle(this::store),
                Route.of(Method.GET, "/events", reading).says("specimens", "Watch").streams("Two events").handle(this::watch),
                Route.of(Method.GET, "/broken", reading).says("specimens", "Fail").answers(200, TextJson.class, "Never")
                        .handle(call -> {
                            throw new IllegalStateException("a secret: org.postgresql.Driver at SELECT");
                        }),
                Route.of(Method.GET, "/long", reading).says("specimens", "A long text").answers(200, TextJson.class, "Long")
                        .handle(call -> Answer.ok(new TextJson("lorem ipsum ".repeat(500)))),
                Route.of(Method.GET, "/open", Access.open()).says("specimens", "Anybody").answers(200, TextJson.class, "Short")
                        .handle(call -> Answer.ok(new TextJson("hello"))));
    }

    private Reply make(Call call) {
        NewThingJson thing = call.body(NewThingJson.class);
        if (thing.name().equals("taken")) {
            return Problem.of(ProblemCode.ALREADY_EXISTS);
        }
        int number = made.incrementAndGet();
        return Answer.created("/things/" + number, new ThingJson(thing.name(), number, thing.share(), thing.at())).version(1);
    }

    private Reply list(Call call) {
        ListQuery query = call.query(ListQuery.class);
        int from = call.position(query.cursor(), query.status()).map(Integer::parseInt).orElse(0);
        List<String> rows = IntStream.range(from, Math.min(250, from + query.limit() + 1)).mapToObj(String::valueOf)
                .toList();
        Page<String> page = Page.of(rows, query.limit(), last -> String.valueOf(Integer.parseInt(last) + 1));
        return call.page(page, query.status(), TextJson::new);
    }

    private Reply show(Call call) {
        return Answer.ok(new ThingJson(call.path(ThingPath.class).thingId().toString(), 1,
                Optional.of(new BigDecimal("0.500000")), Optional.of(Instant.EPOCH))).version(3);
    }

    private Reply change(Call call) {
        if (call.ifMatch().orElseThrow() != 3) {
            throw new Refusal.StaleVersion(3);
        }
        ChangeJson change = call.body(ChangeJson.class);
        return Answer.ok(new ChangedJson(say(change.name()), say(change.amount()))).version(4);
    }

    private static String say(Field<?> field) {
        return field.getClass().getSimpleName();
    }

    private Reply store(Call call) {
        Upload upload = call.upload();
        made.incrementAndGet();
        return Answer.ok(new StoredJson(upload.name(), upload.bytes(), upload.sha256(), call.body(OptionsJson.class).platform()));
    }

    private Reply watch(Call call) {
        AtomicInteger step = new AtomicInteger(call.lastEventId().map(Integer::parseInt).orElse(0));
        AtomicInteger quiet = new AtomicInteger();
        return new EventStream(patience -> {
            if (quiet.getAndIncrement() == 0) {
                return new EventStream.Signal.Quiet();
            }
            int id = step.incrementAndGet();
            return id > 2 ? new EventStream.Signal.End() : new EventStream.Signal.Next(String.valueOf(id), "tick", new TextJson("n" + id));
        });
    }

}
