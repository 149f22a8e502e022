package com.huixiang.segment.goods;

import com.huixiang.audit.AuditTrail;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: which goods go together (P-06), counted anew each night and after an import. */
@Service
public class Goods {

    private static final Logger log = LoggerFactory.getLogger(Goods.class);

    private final Baskets baskets;
    private final AuditTrail audit;
    private final Clock clock;

    Goods(Baskets baskets, AuditTrail audit, Clock clock) {
        this.baskets = baskets;
        this.audit = audit;
        this.clock = clock;
    }

    /** From all orders within the standard's days. Does nothing while another node is at it. */
    @Transactional
    public void count() {
        if (!baskets.lock()) {
            return;
        }
        long began = System.nanoTime();
        GoodsStandard standard = baskets.standard();
        long all = baskets.gather(standard);
        int products = baskets.countSold(standard);
        int pairs = baskets.pair(standard, Math.max(1, all));
        long took = (System.nanoTime() - began) / 1_000_000;
        baskets.add(clock.instant(), all, products, pairs, took);
        log.info("Goods that go together: {} baskets, {} products, {} pairs, {} ms", all, products, pairs, took);
    }

    /** Counts from the next count on. */
    @Transactional
    public GoodsStandard change(GoodsStandard standard, Actor by) {
        by.check(Permission.STANDARDS);
        if (!standard.isSound()) {
            throw GoodsProblem.badStandard();
        }
        GoodsStandard before = baskets.standard();
        baskets.put(standard);
        audit.note(
                by.id().value(), by.name(), "goods.standard.changed", "standards", "goods", "搭配推荐的标准", before, standard, null);
        return standard;
    }
}
