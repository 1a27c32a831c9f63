package io.tastemaker.architecture;

/** The rules of a hexagonal program, each with the reason for which it exists. */
public enum Rule {

    /** What changes seldom must not know what changes often; a class in no layer is under no rule at all. */
    LAYERS_POINT_INWARDS("domain <- application <- adapters <- bootstrap", LayerChecks::pointInwards),

    /** An adapter that knows another cannot be replaced alone; who depends on the composition root can be composed by nobody else. */
    ADAPTERS_ARE_STRANGERS("adapters never depend on each other, and nobody depends on bootstrap", LayerChecks::strangers),

    /** Business rules that need no framework, file, socket or thread can be tested in microseconds and embedded anywhere. */
    DOMAIN_IS_PLAIN_JAVA("the domain depends on java.. and itself, without I/O, SQL, network, logging and threads", LayerChecks::plainDomain),

    /** The use cases outlive every framework; {@code jakarta.inject} alone is understood by all containers and commands none. */
    APPLICATION_IS_PLAIN_JAVA("the application depends on java.., the domain and jakarta.inject only", LayerChecks::plainApplication),

    /** Time, chance, zone and locale come in as arguments, so that a period, a price or a ranking can be replayed bit by bit. */
    NO_AMBIENT_TIME_OR_CHANCE("no ambient time, chance, zone or locale in domain and application", AmbientChecks::none),

    /**
     * What cannot change can be shared between threads and believed after it was checked once. Closed types let the compiler see every
     * case. An open interface is allowed when only enums and records of the domain implement it.
     */
    DOMAIN_TYPES_ARE_CLOSED("domain fields are final; domain types are records, enums, sealed or final", DomainChecks::closed),

    /**
     * A caller must see in the type that something may be missing, many, or must be closed. Finders are the methods of driven ports whose
     * name begins with find, load, get, by, list, all, search, read, fetch or lookup; they return {@code Optional}, {@code List},
     * {@code Set}, {@code Map}, {@code Page}, a sealed answer, something closeable, a primitive or nothing.
     */
    FINDERS_NEVER_RETURN_NULL("finders of driven ports return Optional, List, Page or a stream to close", PortChecks::finders),

    /** One way in, one thing to read: the public API of the class is the driving port, and its assembly the only place that makes one. */
    USE_CASES_HAVE_ONE_DOOR(
            "a use case is a public final class with a package-private constructor and one public method handle(Command | Query)",
            UseCaseChecks::oneDoor),

    /** A sealed answer makes the compiler list every caller that forgot a case; records make a case a value to compare and log. */
    OUTCOMES_ARE_SEALED_RECORDS("every nested Outcome is sealed, and all its variants are records", UseCaseChecks::outcomes),

    /** Contexts meet at their use cases, where policy and transactions are; past them, one context would write in another's books. */
    USE_CASES_KNOW_PORTS_AND_USE_CASES(
            "a use case depends on driven ports, the domain and, across contexts, other use cases only; no cycles",
            UseCaseChecks::neighbours),

    /** The wire format must not change because a class was renamed, nor the domain because a client wants another field. */
    JSON_STAYS_IN_ADAPTERS("*Json types carry no domain or application type, and Jackson stays in adapters", JsonChecks::stay),

    /** A vendor's type in a port makes the vendor part of the application; then neither a fake nor another vendor fits. */
    PORTS_SPEAK_OUR_LANGUAGE("signatures of driven ports mention only JDK, domain and application types", PortChecks::signatures),

    /** The policy can only be asked about somebody: who acts is the first thing every use case is told. */
    INPUT_BEGINS_WITH_THE_ACTOR("every Command and Query is a record that begins with an Actor or Anonymous", UseCaseChecks::actors),

    /** Contexts without cycles can be read, tested and moved one at a time; an arrow that nobody declared is a decision nobody took. */
    CONTEXTS_FOLLOW_THE_MAP("contexts respect the declared context map; no cycles between them", ContextChecks::map),

    /**
     * Across contexts the domain sees only {@code *Id} records, unless the map says that the one {@linkplain ContextMap#uses uses} the
     * other: an aggregate that holds another context's aggregate would have to be loaded, locked and saved with it.
     */
    CONTEXTS_EXCHANGE_IDS("across contexts the domain sees only *Id, save where the map says uses", ContextChecks::ids),

    /**
     * Injected fields hide what a class needs, standard streams and {@code java.util.Date} belong to nobody, a bare
     * {@code RuntimeException} can only be caught with everything else, and the inside has nothing to log that it could not return.
     */
    SANE_HABITS(
            "no field injection, no standard streams outside bootstrap, no generic exceptions, no java.util.Date, loggers in adapters only",
            HabitChecks::sane),

    /**
     * A fake that was never compared with the real thing proves nothing: each driven port {@code X} has an abstract {@code XContract}
     * among the application's tests, extended there by the test of an in-memory adapter and, among an adapter's tests, by a real one.
     */
    PORTS_HAVE_CONTRACTS("every driven port has a contract, kept by the in-memory adapter and by a real one", ContractChecks::kept),

    /** Who constructs an adapter decides about pools, secrets and life times: that is one place's business. */
    ADAPTERS_ARE_WIRED_IN_BOOTSTRAP("adapters are constructed only in bootstrap and in tests", LayerChecks::wired);

    private final String sentence;
    private final Check check;

    Rule(String sentence, Check check) {
        this.sentence = sentence;
        this.check = check;
    }

    /**
     * What the rule demands.
     *
     * @return one sentence without a full stop
     */
    public String sentence() {
        return sentence;
    }

    Check check() {
        return check;
    }
}
