package com.huixiang.order;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where things are sold. A shop that is named for the first time makes itself. */
@Service
public class Shops {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient sql;

    Shops(JdbcClient sql) {
        this.sql = sql;
    }

    public record Shop(String code, String name, Order.Kind kind) {}

    public List<Shop> list() {
        return sql.sql("select code, name, kind from shop.shop order by name, code")
                .query((row, n) -> new Shop(row.getString(1), row.getString(2), Order.Kind.valueOf(row.getString(3))))
                .list();
    }

    /** Named as people call it; one that is there keeps what it has. */
    public void open(String code, String name, Order.Kind kind, String currency, String zone) {
        sql.sql("insert into shop.shop values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(code, name, kind.name(), currency, zone)
                .update();
    }

    /** In which its times are meant when they come without one. */
    ZoneId zoneOf(String code) {
        return sql.sql("select zone from shop.shop where code = ?")
                .param(code)
                .query(String.class)
                .optional()
                .map(Shops::zone)
                .orElse(HERE);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return HERE;
        }
    }
}
