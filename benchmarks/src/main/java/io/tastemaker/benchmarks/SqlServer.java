package io.tastemaker.benchmarks;

import io.tastemaker.adapters.persistence.shared.EmbeddedDatabase;
import io.tastemaker.bootstrap.Server;
import java.nio.file.Path;
import java.sql.SQLException;

/** The program with PostgreSQL ranking in the place of the engine. */
public final class SqlServer {

    private SqlServer() {}

    /**
     * Serves until it is stopped, with the settings of the environment.
     *
     * @param arguments how many creators there are at most
     * @throws SQLException when the table cannot be made
     */
    public static void main(String[] arguments) throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.startOrAttach(Path.of(System.getenv("TASTEMAKER_DATA_DIR"), "database"));
        SqlRanker ranker = SqlRanker.of(database.address(), SharedCatalogue.of(database.address(), Integer.parseInt(arguments[0])));
        Server server = Server.start(System.getenv(), ranker);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        ServerProcess.ready(server.address());
    }
}
