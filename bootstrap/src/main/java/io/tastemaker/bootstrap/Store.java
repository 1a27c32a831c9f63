package io.tastemaker.bootstrap;

import io.tastemaker.adapters.persistence.matching.CatalogueFile;
import io.tastemaker.adapters.persistence.shared.Database;
import io.tastemaker.adapters.persistence.shared.DatabaseAddress;
import io.tastemaker.adapters.persistence.shared.EmbeddedDatabase;
import java.util.List;
import java.util.Optional;

/** The database the program works on: the one the settings name, or the embedded one of the data directory. */
final class Store implements AutoCloseable {

    private final Optional<EmbeddedDatabase> embedded;
    private final Database database;
    private final CatalogueFile catalogueFile;

    private Store(Optional<EmbeddedDatabase> embedded, Database database, CatalogueFile catalogueFile) {
        this.embedded = embedded;
        this.database = database;
        this.catalogueFile = catalogueFile;
    }

    static Store open(Settings settings) {
        return open(settings, catalogueFile(settings));
    }

    /** The file beside the database, which can be read while that starts. */
    static CatalogueFile catalogueFile(Settings settings) {
        return CatalogueFile.in(settings.dataDirectory().resolve("catalogue"));
    }

    static Store open(Settings settings, CatalogueFile catalogueFile) {
        Optional<EmbeddedDatabase> embedded = settings.database().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedDatabase.startOrAttach(settings.dataDirectory().resolve("database")));
        try {
            DatabaseAddress address = settings.database().map(Store::address).orElseGet(() -> embedded.orElseThrow().address());
            Database database = Database.open(address, settings.poolSize());
            List<String> faults = database.faults();
            if (!faults.isEmpty()) {
                database.close();
                throw new Unsafe(faults);
            }
            return new Store(embedded, database, catalogueFile);
        } catch (RuntimeException failure) {
            embedded.ifPresent(EmbeddedDatabase::close);
            throw failure;
        }
    }

    Database database() {
        return database;
    }

    CatalogueFile catalogueFile() {
        return catalogueFile;
    }

    /** Whether this program started the embedded database and is responsible for it. */
    boolean isEmbeddedHere() {
        return embedded.map(server -> !server.isAttached()).orElse(false);
    }

    /** Whether another program runs the embedded database. */
    boolean isAttached() {
        return embedded.map(EmbeddedDatabase::isAttached).orElse(false);
    }

    @Override
    public void close() {
        database.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }

    private static DatabaseAddress address(Settings.Database given) {
        return new DatabaseAddress(given.url(), login(given.owner()), login(given.app()), login(given.platform()));
    }

    private static DatabaseAddress.Login login(Settings.Login login) {
        return new DatabaseAddress.Login(login.user(), login.password());
    }

    /** A database whose working role could bypass row-level security; the program refuses to run on it. */
    static final class Unsafe extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsafe(List<String> faults) {
            super("The database does not keep teams apart:\n  - " + String.join("\n  - ", faults));
        }
    }
}
