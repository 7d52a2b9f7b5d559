package org.todoke.benchmarks.nation;

/** Makes names out of words, the same one for the same number and no other. */
final class Names {

  /** A name and its reading. */
  record Name(String text, String kana) {
    Name before(Name other) {
      return new Name(text + other.text, kana + other.kana);
    }
  }

  private static final Name[] FIRST =
      words(
          """
          青葉 アオバ 若葉 ワカバ 双葉 フタバ 四葉 ヨツバ 桜 サクラ 梅 ウメ 桃 モモ 椿 ツバキ 楓 カエデ 欅 ケヤキ
          楠 クスノキ 松 マツ 竹 タケ 藤 フジ 萩 ハギ 菊 キク 蓮 ハス 橘 タチバナ 柊 ヒイラギ 茜 アカネ
          朝日 アサヒ 夕陽 ユウヒ 光 ヒカリ 虹 ニジ 星 ホシ 月 ツキ 空 ソラ 雲 クモ 風 カゼ 波 ナミ
          海 ウミ 山 ヤマ 森 モリ 泉 イズミ 川 カワ 丘 オカ 谷 タニ 里 サト 島 シマ 渚 ナギサ
          希望 キボウ 平和 ヘイワ 幸福 コウフク 健康 ケンコウ 長寿 チョウジュ 敬愛 ケイアイ 慈愛 ジアイ 友愛 ユウアイ 博愛 ハクアイ 仁愛 ジンアイ
          和 ナゴミ 恵 メグミ 歩 アユミ 望 ノゾミ 誠 マコト 絆 キズナ 結 ユイ 笑 エミ 憩 イコイ 響 ヒビキ
          ひだまり ヒダマリ ほほえみ ホホエミ ぬくもり ヌクモリ やすらぎ ヤスラギ せせらぎ セセラギ こもれび コモレビ あおぞら アオゾラ たんぽぽ タンポポ すみれ スミレ ひまわり ヒマワリ
          こすもす コスモス なのはな ナノハナ つくし ツクシ どんぐり ドングリ こまくさ コマクサ すずらん スズラン あじさい アジサイ はなみずき ハナミズキ ゆうゆう ユウユウ のびのび ノビノビ
          アクア アクア アルプス アルプス オリーブ オリーブ カトレア カトレア グリーン グリーン クローバー クローバー サルビア サルビア サンライズ サンライズ シルバー シルバー スマイル スマイル
          ハーモニー ハーモニー ハッピー ハッピー パール パール フレンド フレンド プラチナ プラチナ ベスト ベスト ホープ ホープ ミント ミント ラベンダー ラベンダー リバティ リバティ
          """);

  private static final Name[] SECOND =
      words(
          """
          一番 イチバン 二葉 フタバ 三郷 ミサト 四季 シキ 五月 サツキ 六花 リッカ 七海 ナナミ 八雲 ヤクモ 九重 ココノエ 千歳 チトセ
          万葉 マンヨウ 東 ヒガシ 西 ニシ 南 ミナミ 北 キタ 中央 チュウオウ 新 シン 本 ホン 元 モト 大和 ヤマト
          日和 ヒヨリ 美咲 ミサキ 美園 ミソノ 美和 ミワ 花園 ハナゾノ 花音 カノン 明生 メイセイ 明和 メイワ 清和 セイワ 清風 セイフウ
          清流 セイリュウ 瑞穂 ミズホ 瑞祥 ズイショウ 寿 コトブキ 福寿 フクジュ 福徳 フクトク 正和 セイワ 正徳 ショウトク 昭和 ショウワ 栄光 エイコウ
          永楽 エイラク 永和 エイワ 安心 アンシン 安寧 アンネイ 安養 アンヨウ 康生 コウセイ 康和 コウワ 共生 キョウセイ 共栄 キョウエイ 協和 キョウワ
          親和 シンワ 信愛 シンアイ 真心 マゴコロ 心和 シンワ 仁生 ジンセイ 仁和 ニンナ 徳洋 トクヨウ 陽光 ヨウコウ 陽和 ヨウワ 陽春 ヨウシュン
          緑風 リョクフウ 緑樹 リョクジュ 樹林 ジュリン 杏林 キョウリン 翠 ミドリ 翔 カケル 悠 ハルカ 優 ユウ 友 トモ 遊 ユウ
          ふれあい フレアイ たすけあい タスケアイ ささえ ササエ つどい ツドイ なかま ナカマ みらい ミライ いきいき イキイキ のどか ノドカ さわやか サワヤカ ほのぼの ホノボノ
          サポート サポート パートナー パートナー ハート ハート ホーム ホーム ガーデン ガーデン テラス テラス ヴィラ ヴィラ プラザ プラザ ファミリー ファミリー メディカル メディカル
          """);

  private static final Name[] LAST = words("会 カイ ケア ケア ライフ ライフ 福祉 フクシ の里 ノサト の森 ノモリ の家 ノイエ の郷 ノサト");

  private static final int ALL = FIRST.length * SECOND.length * LAST.length;

  /** Shares no factor with {@link #ALL}, so that every number is met once. */
  private static final int STRIDE = 48_611;

  private Names() {}

  /** Names there are before one repeats. */
  static int count() {
    return ALL;
  }

  /** The n-th of {@link #count()}, neighbours unlike each other. */
  static Name core(int index) {
    if (index >= ALL) {
      throw new IllegalArgumentException("no further names: " + index);
    }
    int at = (int) ((long) index * STRIDE % ALL);
    return FIRST[at % FIRST.length]
        .before(SECOND[at / FIRST.length % SECOND.length])
        .before(LAST[at / FIRST.length / SECOND.length]);
  }

  /** What a place calls itself besides what it does: two words. */
  static Name nick(Dice dice) {
    return dice.oneOf(FIRST).before(dice.oneOf(SECOND));
  }

  static Name[] words(String pairs) {
    String[] all = pairs.strip().split("\\s+");
    Name[] words = new Name[all.length / 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = new Name(all[2 * i], all[2 * i + 1]);
    }
    return words;
  }
}
