package com.huixiang.segment.goods;

/**
 * Standard of P-06.
 *
 * @param days of orders that are counted, before the end of each shop's record
 * @param largestBasket of an order with more goods only the dearest count: nobody chose hundreds of things for each other
 * @param fewestBaskets so many must have both, or the pair says nothing
 * @param eachProduct so many partners of each product are kept
 * @param soldWithinDays what nobody bought for so long is not offered
 */
public record GoodsStandard(int days, int largestBasket, int fewestBaskets, int eachProduct, int soldWithinDays) {

    boolean isSound() {
        return days >= 7
                && days <= 3650
                && largestBasket >= 2
                && largestBasket <= 500
                && fewestBaskets >= 2
                && fewestBaskets <= 10_000
                && eachProduct >= 1
                && eachProduct <= 200
                && soldWithinDays >= 1
                && soldWithinDays <= 3650;
    }
}
