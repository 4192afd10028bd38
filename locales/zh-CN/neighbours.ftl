button-neighbours-mine = 🏘 让邻居知道这件事
neighbours-mine = 🏘 <b>让邻居知道有人反映了吗？</b>（{ $number }）
    您同意以后，工作人员可以写一句话。邻居要写同样的事时会看到这句话，可以和您一起联名，不用每家都写一遍。
    那句话里没有您的名字、电话和门牌。谁加入了，只有代表和经办人看得到名字。
    随时可以收回，收回以后马上就看不到了。
neighbours-mine-allowed = 🏘 <b>{ $number }</b>：您已同意。工作人员还没有写那句话，邻居现在什么也看不到。
neighbours-mine-shown = 🏘 <b>{ $number }</b>：要写同样的事的邻居现在会看到：
    “{ $line }”
neighbours-mine-over = 🏘 <b>{ $number }</b> 已经结束了，不再给邻居看。
button-neighbours-allow = 同意
button-neighbours-refuse = 收回，不给邻居看
neighbours-thanks = ✅ 您已同意。工作人员写好以后会先告诉您。
neighbours-refused = ↩️ 已收回，邻居看不到了。
notice-neighbours-shown = 🏘 您的 <b>{ $number }</b>，要写同样的事的邻居现在会看到这句话：
    “{ $line }”
    不想给看，点下面就能收回。
notice-neighbours-hidden = 🏘 您的 <b>{ $number }</b> 那句话已经撤下，邻居看不到了：“{ $line }”
button-neighbours = 🏘 给邻居看
neighbours-not-allowed = 🏘 <b>{ $number }</b>：发起人还没有同意让邻居知道。他可以在“联名”里同意。
neighbours-allowed = 🏘 <b>{ $number }</b>：发起人同意让邻居知道。请写一句话，邻居要写同样的事时会看到。现在什么也没有显示。
neighbours-shown = 🏘 <b>{ $number }</b>：邻居要写同样的事时会看到：
    “{ $line }”
button-neighbours-write = 写一句话
button-neighbours-change = 换一句话
button-neighbours-down = 撤下
prompt-neighbours = <a href="tg://user?id={ $user }">{ $name }</a>，请回复这条消息，用一句话写 { $number } 是什么事、在哪儿，不写人名。例如：3号楼电梯坏了，已在联系维修。
staff-neighbours-allowed = 🏘 { $number } 的发起人同意让邻居知道。要给邻居看，请点：更多 → 给邻居看。
staff-neighbours-refused = 🏘 { $number } 的发起人收回了，邻居看不到那句话了。
staff-neighbours-shown = ✅ { $name }，邻居现在看到 { $number } 的这句话（电话、门牌已遮住），发起人也收到了：“{ $line }”
staff-signer-adds = 👥 { $number } 的一位联名人还写了：
    <blockquote>{ $text }</blockquote>
error-line-too-long = 这句话太长了，最多 { $count } 个字。请写短一点再回复。
error-line-names-author = 这句话里有发起人的名字。请去掉名字再回复。
error-neighbours-not-allowed = { $number } 的发起人没有同意让邻居知道，或者已经收回了。
error-reported-gone = 这件事刚刚不能加入了。您写的还在，请照样提交。
reported = 🏘 <b>已经有人反映过：</b>
    是同一件事，您可以加入，和他们一起反映，有进展和答复都告诉您。加入后代表和经办人看得到您的名字“{ $name }”，别人只看到人数。
    不是同一件事，就提交您自己的。
reported-line = • { $line }
reported-gone = 刚才那件事现在不能加入了。请提交您自己的。
button-reported-join = 一起反映：{ $line }
button-reported-anyway = 提交我自己的
joined = ✅ <b>您已加入 { $number }</b>，有进展会告诉您。
    您刚才写的还在。要不要也转给经办人？转过去不带您的名字。
button-joined-with = 也转给经办人
button-joined-keep = 先留着草稿
button-joined-drop = 不要了，删掉
joined-with-words = ✅ 已转给经办人，没有带您的名字。
joined-kept = 📝 您写的留在草稿里，以后可以接着写。
card-near = 🔗 可能是同一件事：{ $numbers }（更多 → 相似的事，可以合并）
