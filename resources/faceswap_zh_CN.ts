<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN">
  <context>
    <name>faceswap_gui</name>
    <message>
      <source>Puts one portrait's face on another photograph, in its pose, expression and light.</source>
      <translation>将一张人像的脸换到另一张照片上，保持其姿态、表情和光线。</translation>
    </message>
    <message>
      <source>Free software under the Apache License 2.0; NOTICE names the works of others in it.</source>
      <translation>采用 Apache License 2.0 的自由软件；其中他人的作品列于 NOTICE。</translation>
    </message>
    <message>
      <source>About</source>
      <translation>关于</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>复制详细信息</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>&amp;Keyboard shortcuts</source>
      <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
      <source>List everything the keyboard and mouse do</source>
      <translation>列出键盘和鼠标的全部操作</translation>
    </message>
    <message>
      <source>&amp;About faceswap-gui</source>
      <translation>关于 faceswap-gui(&amp;A)</translation>
    </message>
    <message>
      <source>Version, licence, and what a bug report needs to know</source>
      <translation>版本、许可证，以及错误报告所需的信息</translation>
    </message>
    <message>
      <source>There is unsaved work from {moment}.</source>
      <translation>有 {moment} 未保存的工作。</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>未命名</translation>
    </message>
    <message>
      <source>{name} was open before and is not saved.</source>
      <translation>之前打开的 {name} 尚未保存。</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Bring it back</source>
      <translation>恢复它</translation>
    </message>
    <message>
      <source>Close the message</source>
      <translation>关闭此消息</translation>
    </message>
    <message>
      <source>Batch: {name}</source>
      <translation>批处理：{name}</translation>
    </message>
    <message>
      <source>The batch is over: {done} done, {failed} failed</source>
      <translation>批处理结束：完成 {done} 张，失败 {failed} 张</translation>
    </message>
    <message>
      <source>The batch is over: {done} done</source>
      <translation>批处理结束：完成 {done} 张</translation>
    </message>
    <message>
      <source>the source and the controls on many pictures</source>
      <translation>将源图与控件设置用于多张图片</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>批处理</translation>
    </message>
    <message>
      <source>Hide the batch</source>
      <translation>隐藏批处理</translation>
    </message>
    <message>
      <source>being done</source>
      <translation>处理中</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>kept: it was there already</source>
      <translation>已保留：文件已存在</translation>
    </message>
    <message>
      <source>failed: {why}</source>
      <translation>失败：{why}</translation>
    </message>
    <message>
      <source>Pictures of the batch</source>
      <translation>批处理的图片</translation>
    </message>
    <message>
      <source>{name} (all faces)</source>
      <translation>{name}（所有人脸）</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>{number} waiting</source>
      <translation>{number} 张等待中</translation>
    </message>
    <message>
      <source>All faces</source>
      <translation>所有人脸</translation>
    </message>
    <message>
      <source>In the pictures added from now on, put the face on everybody instead of on the largest face alone</source>
      <translation>对此后添加的图片，将这张脸换到每个人脸上，而不只是最大的那张脸</translation>
    </message>
    <message>
      <source>{settled} of {total} · about {time} left</source>
      <translation>{settled} / {total} · 约剩 {time}</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Add pictures…</source>
      <translation>添加图片…</translation>
    </message>
    <message>
      <source>Queue pictures for the source and the controls as they are now</source>
      <translation>按当前源图和控件设置将图片加入队列</translation>
    </message>
    <message>
      <source>Open result</source>
      <translation>打开结果</translation>
    </message>
    <message>
      <source>Show the selected result in the system's program for it</source>
      <translation>用系统默认程序打开所选结果</translation>
    </message>
    <message>
      <source>Do again</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Let the selected pictures wait to be done anew</source>
      <translation>让所选图片重新排队处理</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Take the selected pictures out; what was written stays</source>
      <translation>从队列中移除所选图片；已写出的文件保留</translation>
    </message>
    <message>
      <source>{number} failed</source>
      <translation>{number} 张失败</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} 秒</translation>
    </message>
    <message>
      <source>{hours} h {minutes:02d} min</source>
      <translation>{hours} 小时 {minutes:02d} 分</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} 分钟</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>处理前</translation>
    </message>
    <message>
      <source>After</source>
      <translation>处理后</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>源图</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标图</translation>
    </message>
    <message>
      <source>Difference ×8</source>
      <translation>差异 ×8</translation>
    </message>
    <message>
      <source>Forget a face of the source</source>
      <translation>移除源图中的一张人脸</translation>
    </message>
    <message>
      <source>Forget a face of the target</source>
      <translation>移除目标图中的一张人脸</translation>
    </message>
    <message>
      <source>Paint as computed</source>
      <translation>恢复自动结果</translation>
    </message>
    <message>
      <source>Show more of the face</source>
      <translation>显露更多换上的人脸</translation>
    </message>
    <message>
      <source>Show more of the target</source>
      <translation>保留更多目标图原貌</translation>
    </message>
    <message>
      <source>Soften the edge</source>
      <translation>柔化边缘</translation>
    </message>
    <message>
      <source>Put a landmark back</source>
      <translation>还原一个特征点</translation>
    </message>
    <message>
      <source>Put all landmarks back</source>
      <translation>还原全部特征点</translation>
    </message>
    <message>
      <source>Move a landmark of the source</source>
      <translation>移动源图的特征点</translation>
    </message>
    <message>
      <source>Move a landmark of the target</source>
      <translation>移动目标图的特征点</translation>
    </message>
    <message>
      <source>All points</source>
      <translation>全部点</translation>
    </message>
    <message>
      <source>Show all 478 points instead of those that matter most</source>
      <translation>显示全部 478 个点，而不只是最重要的那些</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Hardness</source>
      <translation>硬度</translation>
    </message>
    <message>
      <source>Alt or Ctrl paints as computed</source>
      <translation>按住 Alt 或 Ctrl 涂回自动结果</translation>
    </message>
    <message>
      <source>Drag a point; a double-click puts it back</source>
      <translation>拖动点来修正；双击可还原</translation>
    </message>
    <message>
      <source>Draw a box around a face that was missed, hair to chin</source>
      <translation>在漏掉的人脸周围画一个框，从发际到下巴</translation>
    </message>
    <message>
      <source>Clear the mask</source>
      <translation>清除蒙版</translation>
    </message>
    <message>
      <source>Level {level}: how far mapping moves features</source>
      <translation>第 {level} 层：映射使特征移动的幅度</translation>
    </message>
    <message>
      <source>mean {mean:.2f} · most {most:.2f}</source>
      <translation>平均 {mean:.2f} · 最大 {most:.2f}</translation>
    </message>
    <message>
      <source>here {here:.2f}</source>
      <translation>此处 {here:.2f}</translation>
    </message>
    <message>
      <source>Reset controls</source>
      <translation>重置控件</translation>
    </message>
    <message>
      <source>The result is on the clipboard</source>
      <translation>结果已复制到剪贴板</translation>
    </message>
    <message>
      <source>There is no picture on the clipboard</source>
      <translation>剪贴板中没有图片</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Compare</source>
      <translation>对比(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>Folder for the results</source>
      <translation>结果文件夹</translation>
    </message>
    <message>
      <source>Open source</source>
      <translation>打开源图</translation>
    </message>
    <message>
      <source>Open target</source>
      <translation>打开目标图</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <source>Add pictures</source>
      <translation>添加图片</translation>
    </message>
    <message>
      <source>Open project</source>
      <translation>打开项目</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Save project</source>
      <translation>保存项目</translation>
    </message>
    <message>
      <source>Projects</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Controls</source>
      <translation>控件</translation>
    </message>
    <message>
      <source>double-click resets one</source>
      <translation>双击可重置</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message>
      <source>click a step to go there</source>
      <translation>单击步骤即可返回</translation>
    </message>
    <message>
      <source>Drag this, or the preview seen whole, into another program or a folder: it gives the result as a file of the export's format. Copying the result does the same from the keyboard.</source>
      <translation>将此按钮（或完整显示的预览）拖入其他程序或文件夹：会以导出格式的文件给出结果。用键盘时可使用“复制结果”。</translation>
    </message>
    <message>
      <source>Drag the result out</source>
      <translation>拖出结果</translation>
    </message>
    <message>
      <source>Opening {name}</source>
      <translation>正在打开 {name}</translation>
    </message>
    <message>
      <source>Drop a portrait on &lt;b&gt;Source&lt;/b&gt;: the face to use.</source>
      <translation>将人像拖到&lt;b&gt;源图&lt;/b&gt;：要使用的人脸。</translation>
    </message>
    <message>
      <source>Drop a photograph on &lt;b&gt;Target&lt;/b&gt;: it keeps its pose, expression and light.</source>
      <translation>将照片拖到&lt;b&gt;目标图&lt;/b&gt;：姿态、表情和光线保持不变。</translation>
    </message>
    <message>
      <source>The swap appears here. Move the sliders, compare, export.</source>
      <translation>换脸结果显示在这里。调整滑块、对比、导出。</translation>
    </message>
    <message>
      <source>Put one portrait's face on another photograph</source>
      <translation>将一张人像的脸换到另一张照片上</translation>
    </message>
    <message>
      <source>Try the sample pair</source>
      <translation>试用示例图对</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>PNG, lossless</source>
      <translation>PNG，无损</translation>
    </message>
    <message>
      <source>JPEG, small</source>
      <translation>JPEG，体积小</translation>
    </message>
    <message>
      <source>TIFF, lossless</source>
      <translation>TIFF，无损</translation>
    </message>
    <message>
      <source>PSD, in layers</source>
      <translation>PSD，分图层</translation>
    </message>
    <message>
      <source>WebP, smaller</source>
      <translation>WebP，更小</translation>
    </message>
    <message>
      <source>JPEG XL, smaller at 16 bits too</source>
      <translation>JPEG XL，16 位时也更小</translation>
    </message>
    <message>
      <source>OpenEXR, linear light</source>
      <translation>OpenEXR，线性光</translation>
    </message>
    <message>
      <source>for every pixel</source>
      <translation>每个像素</translation>
    </message>
    <message>
      <source>for every second pixel</source>
      <translation>每两个像素</translation>
    </message>
    <message>
      <source>for every fourth pixel</source>
      <translation>每四个像素</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>色彩</translation>
    </message>
    <message>
      <source>Keep metadata</source>
      <translation>保留元数据</translation>
    </message>
    <message>
      <source>Add content credentials</source>
      <translation>附加内容凭证</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>质量</translation>
    </message>
    <message>
      <source>How much a small file may lose: 100 is least</source>
      <translation>小文件允许损失多少：100 损失最少</translation>
    </message>
    <message>
      <source>How fine a JPEG keeps colours; brightness stays fine whatever is chosen.</source>
      <translation>JPEG 保留色彩的精细程度；无论怎样选择，亮度都保持精细。</translation>
    </message>
    <message>
      <source>Every pixel is kept; WebP and JPEG XL leave the choice, JPEG cannot.</source>
      <translation>保留每一个像素；WebP 和 JPEG XL 可以选择，JPEG 无法做到。</translation>
    </message>
    <message>
      <source>Original, face, matte and result above one another, for retouching.</source>
      <translation>原图、人脸、蒙版和结果依次叠放，便于修图。</translation>
    </message>
    <message>
      <source>Camera data, place and words of the photograph go into the exported file.</source>
      <translation>将照片的相机数据、地点和文字写入导出的文件。</translation>
    </message>
    <message>
      <source>The exported file says, signed, that a trained model painted a face in it, and which. OpenEXR and files of layers say it unsigned.</source>
      <translation>导出的文件会以签名的方式声明：其中的人脸由训练模型绘制，以及所用的模型。OpenEXR 和分图层的文件只声明，不签名。</translation>
    </message>
    <message>
      <source>Lossless: this format always is</source>
      <translation>无损：此格式始终无损</translation>
    </message>
    <message>
      <source>Lossless</source>
      <translation>无损</translation>
    </message>
    <message>
      <source>Layers: a PSD always has them</source>
      <translation>图层：PSD 始终包含图层</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>{bits} bits</source>
      <translation>{bits} 位</translation>
    </message>
    <message>
      <source>Measuring the file</source>
      <translation>正在测量文件</translation>
    </message>
    <message>
      <source>Measuring the file…</source>
      <translation>正在测量文件…</translation>
    </message>
    <message>
      <source>Open &amp;source…</source>
      <translation>打开源图(&amp;S)…</translation>
    </message>
    <message>
      <source>Choose the portrait that gives its face</source>
      <translation>选择提供人脸的人像</translation>
    </message>
    <message>
      <source>Open &amp;target…</source>
      <translation>打开目标图(&amp;T)…</translation>
    </message>
    <message>
      <source>Choose the photograph that receives the face</source>
      <translation>选择接收人脸的照片</translation>
    </message>
    <message>
      <source>Open the sample &amp;pair</source>
      <translation>打开示例图对(&amp;P)</translation>
    </message>
    <message>
      <source>See a swap of two portraits that the program brings</source>
      <translation>查看程序自带两张人像的换脸效果</translation>
    </message>
    <message>
      <source>Open p&amp;roject…</source>
      <translation>打开项目(&amp;R)…</translation>
    </message>
    <message>
      <source>Open a project: both pictures, all settings and the snapshots</source>
      <translation>打开项目：两张图片、全部设置和快照</translation>
    </message>
    <message>
      <source>&amp;Save project</source>
      <translation>保存项目(&amp;S)</translation>
    </message>
    <message>
      <source>Save both pictures' places, all settings and the snapshots</source>
      <translation>保存两张图片的位置、全部设置和快照</translation>
    </message>
    <message>
      <source>Save project &amp;as…</source>
      <translation>项目另存为(&amp;A)…</translation>
    </message>
    <message>
      <source>Save the project under another name</source>
      <translation>以其他名称保存项目</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <translation>导出(&amp;E)…</translation>
    </message>
    <message>
      <source>Write the result as a picture, at the photograph's own resolution</source>
      <translation>按照片的原始分辨率将结果写为图片</translation>
    </message>
    <message>
      <source>Export with &amp;options…</source>
      <translation>带选项导出(&amp;O)…</translation>
    </message>
    <message>
      <source>Choose format and quality, and see how large the file will be</source>
      <translation>选择格式与质量，并查看文件大小</translation>
    </message>
    <message>
      <source>Add pictures to the &amp;batch…</source>
      <translation>将图片加入批处理(&amp;B)…</translation>
    </message>
    <message>
      <source>Put the source's face, with these controls, on many pictures</source>
      <translation>用当前控件设置，将源图的脸换到多张图片上</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <source>Close the window</source>
      <translation>关闭窗口</translation>
    </message>
    <message>
      <source>&amp;Copy result</source>
      <translation>复制结果(&amp;C)</translation>
    </message>
    <message>
      <source>Copy the result to the clipboard</source>
      <translation>将结果复制到剪贴板</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
      <source>Put the picture on the clipboard in the pane that has the focus, or is empty</source>
      <translation>将剪贴板中的图片放入有焦点的或空的窗格</translation>
    </message>
    <message>
      <source>Paste as so&amp;urce</source>
      <translation>粘贴为源图(&amp;U)</translation>
    </message>
    <message>
      <source>Use the picture on the clipboard as source</source>
      <translation>将剪贴板中的图片用作源图</translation>
    </message>
    <message>
      <source>Paste as &amp;target</source>
      <translation>粘贴为目标图(&amp;T)</translation>
    </message>
    <message>
      <source>Use the picture on the clipboard as target</source>
      <translation>将剪贴板中的图片用作目标图</translation>
    </message>
    <message>
      <source>Take a s&amp;napshot</source>
      <translation>创建快照(&amp;N)</translation>
    </message>
    <message>
      <source>Keep the result as it is, to compare later ones with it or to go back to it</source>
      <translation>保留当前结果，以便与之后的结果对比或返回</translation>
    </message>
    <message>
      <source>E&amp;xchange source and target</source>
      <translation>交换源图与目标图(&amp;X)</translation>
    </message>
    <message>
      <source>Let the two pictures change places</source>
      <translation>让两张图片互换位置</translation>
    </message>
    <message>
      <source>&amp;Reset all controls</source>
      <translation>重置所有控件(&amp;R)</translation>
    </message>
    <message>
      <source>Give every control its default again</source>
      <translation>将所有控件恢复为默认值</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Double-click resets it.</source>
      <translation>双击可恢复默认值。</translation>
    </message>
    <message>
      <source>In {unit}.</source>
      <translation>单位：{unit}。</translation>
    </message>
    <message>
      <source>Sliced-Wasserstein distance of this level's features to the target's, before and after mapping. The bar shows what is left of it; the set condition is met when it ends before the mark.</source>
      <translation>该层特征与目标特征之间的切片 Wasserstein 距离，映射前与映射后。条形表示剩余的比例；条形止于标记之前即达到设定条件。</translation>
    </message>
    <message>
      <source>Measuring was stopped with Esc; F5 or the next change measures again.</source>
      <translation>测量已用 Esc 停止；按 F5 或再做更改会重新测量。</translation>
    </message>
    <message>
      <source>{left:.0f} % are left; the mark is at {mark:.0f} %.</source>
      <translation>剩余 {left:.0f} %；标记位于 {mark:.0f} %。</translation>
    </message>
    <message>
      <source>✓ met</source>
      <translation>✓ 达到</translation>
    </message>
    <message>
      <source>✗ not met</source>
      <translation>✗ 未达到</translation>
    </message>
    <message>
      <source>not measured – F5</source>
      <translation>未测量 – 按 F5</translation>
    </message>
    <message>
      <source>distance –</source>
      <translation>距离 –</translation>
    </message>
    <message>
      <source>Level {level}</source>
      <translation>第 {level} 层</translation>
    </message>
    <message>
      <source>passes unchanged, to keep the person</source>
      <translation>原样通过，以保留人物特征</translation>
    </message>
    <message>
      <source>So coarse a level tells who somebody is rather than how the light falls. It is neither mapped nor told about the mesh.</source>
      <translation>如此粗略的层反映的是人物是谁，而不是光线如何照射。该层既不映射，也不使用网格信息。</translation>
    </message>
    <message>
      <source>Map this level or not. Alt- or Ctrl-click: this level alone, and all again.</source>
      <translation>是否映射该层。按住 Alt 或 Ctrl 单击：仅映射该层，再次单击恢复全部。</translation>
    </message>
    <message>
      <source>Level {level} on</source>
      <translation>第 {level} 层开启</translation>
    </message>
    <message>
      <source>Switch level {level} off</source>
      <translation>关闭第 {level} 层</translation>
    </message>
    <message>
      <source>Switch level {level} on</source>
      <translation>开启第 {level} 层</translation>
    </message>
    <message>
      <source>Level {level} alone</source>
      <translation>仅第 {level} 层</translation>
    </message>
    <message>
      <source>Levels as before</source>
      <translation>恢复各层</translation>
    </message>
    <message>
      <source>Keep, import, export and delete presets</source>
      <translation>保存、导入、导出和删除预设</translation>
    </message>
    <message>
      <source>Presets menu</source>
      <translation>预设菜单</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>预设</translation>
    </message>
    <message>
      <source>Give all controls the values of a preset</source>
      <translation>将所有控件设为某个预设的数值</translation>
    </message>
    <message>
      <source>Preset {name}</source>
      <translation>预设“{name}”</translation>
    </message>
    <message>
      <source>Kept as {name}</source>
      <translation>已保存为“{name}”</translation>
    </message>
    <message>
      <source>Exported {path}</source>
      <translation>已导出 {path}</translation>
    </message>
    <message>
      <source>Save preset as…</source>
      <translation>将预设另存为…</translation>
    </message>
    <message>
      <source>Import preset…</source>
      <translation>导入预设…</translation>
    </message>
    <message>
      <source>Export preset…</source>
      <translation>导出预设…</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>删除“{name}”</translation>
    </message>
    <message>
      <source>Delete preset</source>
      <translation>删除预设</translation>
    </message>
    <message>
      <source>Custom settings</source>
      <translation>自定义设置</translation>
    </message>
    <message>
      <source>My preset</source>
      <translation>我的预设</translation>
    </message>
    <message>
      <source>Left out: {why}</source>
      <translation>已略过：{why}</translation>
    </message>
    <message>
      <source>Show on the preview how far this level's mapping moves the features of each pixel. Resting the pointer on the row does it, too.</source>
      <translation>在预览上显示该层映射使每个像素的特征移动了多少。将指针停留在该行上也可显示。</translation>
    </message>
    <message>
      <source>Transport map of level {level}</source>
      <translation>第 {level} 层的传输图</translation>
    </message>
    <message>
      <source>Something unforeseen happened. {path} tells what; please report it.</source>
      <translation>发生了意外错误。详情已写入 {path}，请附上该文件反馈。</translation>
    </message>
    <message>
      <source>The program crashed. {path} tells how; please report it.</source>
      <translation>程序上次意外崩溃。崩溃报告已写入 {path}，请附上该文件反馈。</translation>
    </message>
    <message>
      <source>Main memory that the program uses</source>
      <translation>程序占用的内存</translation>
    </message>
    <message>
      <source>Memory: {size}</source>
      <translation>内存：{size}</translation>
    </message>
    <message>
      <source>Faces in the picture</source>
      <translation>图片中的人脸</translation>
    </message>
    <message>
      <source>Use face {number}</source>
      <translation>使用人脸 {number}</translation>
    </message>
    <message>
      <source>Face {number}</source>
      <translation>人脸 {number}</translation>
    </message>
    <message>
      <source>Pictures dropped here</source>
      <translation>拖到此处的图片</translation>
    </message>
    <message>
      <source>gives its face</source>
      <translation>提供人脸</translation>
    </message>
    <message>
      <source>receives it</source>
      <translation>接收人脸</translation>
    </message>
    <message>
      <source>Drop a portrait here,
click to choose one, or paste it</source>
      <translation>将人像拖到此处，
单击选择，或粘贴</translation>
    </message>
    <message>
      <source>Drop the photograph here,
click to choose one, or paste it</source>
      <translation>将照片拖到此处，
单击选择，或粘贴</translation>
    </message>
    <message>
      <source>Choose a picture</source>
      <translation>选择图片</translation>
    </message>
    <message>
      <source>The first {most} of {count} are offered</source>
      <translation>共 {count} 张，仅列出前 {most} 张</translation>
    </message>
    <message>
      <source>There is no picture in {name}</source>
      <translation>{name} 中没有图片</translation>
    </message>
    <message>
      <source>1 face</source>
      <translation>1 张人脸</translation>
    </message>
    <message>
      <source>{count} faces</source>
      <translation>{count} 张人脸</translation>
    </message>
    <message>
      <source>Pasted picture</source>
      <translation>粘贴的图片</translation>
    </message>
    <message>
      <source>&amp;Dark</source>
      <translation>深色(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Light</source>
      <translation>浅色(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Theme</source>
      <translation>主题(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Language · 语言</source>
      <translation>语言 · Language(&amp;L)</translation>
    </message>
    <message>
      <source>Save preset</source>
      <translation>保存预设</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Import preset</source>
      <translation>导入预设</translation>
    </message>
    <message>
      <source>Export preset</source>
      <translation>导出预设</translation>
    </message>
    <message>
      <source>Presets</source>
      <translation>预设</translation>
    </message>
    <message>
      <source>finding faces</source>
      <translation>正在查找人脸</translation>
    </message>
    <message>
      <source>looking at both faces</source>
      <translation>查看两张脸</translation>
    </message>
    <message>
      <source>bringing the face into pose</source>
      <translation>正在将人脸转到目标姿态</translation>
    </message>
    <message>
      <source>reading its features</source>
      <translation>正在读取特征</translation>
    </message>
    <message>
      <source>mapping them to the target's</source>
      <translation>正在映射到目标特征</translation>
    </message>
    <message>
      <source>learning from this pair</source>
      <translation>正在学习这一对图片</translation>
    </message>
    <message>
      <source>painting the appearance</source>
      <translation>正在绘制外观</translation>
    </message>
    <message>
      <source>putting it into the photograph</source>
      <translation>正在合成到照片</translation>
    </message>
    <message>
      <source>writing the file</source>
      <translation>正在写入文件</translation>
    </message>
    <message>
      <source>Cancel (Esc)</source>
      <translation>取消 (Esc)</translation>
    </message>
    <message>
      <source>1 warning</source>
      <translation>1 条警告</translation>
    </message>
    <message>
      <source>{count} warnings</source>
      <translation>{count} 条警告</translation>
    </message>
    <message>
      <source>What will be seen in the result, and what helps</source>
      <translation>结果中会看到什么问题，以及如何改善</translation>
    </message>
    <message>
      <source>Open recen&amp;t</source>
      <translation>最近的项目(&amp;T)</translation>
    </message>
    <message>
      <source>No project yet</source>
      <translation>还没有项目</translation>
    </message>
    <message>
      <source>Loading the networks</source>
      <translation>正在载入网络</translation>
    </message>
    <message>
      <source>Drawing the transport map</source>
      <translation>正在绘制传输图</translation>
    </message>
    <message>
      <source>Rendering at full size</source>
      <translation>正在按原尺寸渲染</translation>
    </message>
    <message>
      <source>Measuring the levels</source>
      <translation>正在测量各层</translation>
    </message>
    <message>
      <source>Rendering</source>
      <translation>正在渲染</translation>
    </message>
    <message>
      <source>Use only faces whose owners agree, and say that the picture is edited when you show it to others. Never use one to deceive, to harass, or to make sexual pictures of anybody: in many places that is a crime.</source>
      <translation>请只使用已获本人同意的人脸，向他人展示时请说明图片经过编辑。切勿用于欺骗、骚扰，或制作任何人的色情图片：在许多地方这属于犯罪。</translation>
    </message>
    <message>
      <source>You are asked once. Until then you can try everything except Export.</source>
      <translation>只询问一次。在回答之前，除导出外的所有功能都可以使用。</translation>
    </message>
    <message>
      <source>Whose faces are these?</source>
      <translation>这些是谁的脸？</translation>
    </message>
    <message>
      <source>May you use the faces in your pictures?</source>
      <translation>您有权使用图片中的人脸吗？</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>以后再说</translation>
    </message>
    <message>
      <source>Yes, I have the right to</source>
      <translation>是的，我有权使用</translation>
    </message>
    <message>
      <source>Wheel on the preview</source>
      <translation>在预览上滚动滚轮</translation>
    </message>
    <message>
      <source>Zoom to the pointer</source>
      <translation>以指针为中心缩放</translation>
    </message>
    <message>
      <source>Drag the preview</source>
      <translation>拖动预览</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>平移</translation>
    </message>
    <message>
      <source>Drag the preview seen whole, or with Alt or Ctrl</source>
      <translation>拖动完整显示的预览，或按住 Alt 或 Ctrl 拖动</translation>
    </message>
    <message>
      <source>Give the result to another program</source>
      <translation>将结果交给其他程序</translation>
    </message>
    <message>
      <source>Arrow keys on the preview</source>
      <translation>预览上的方向键</translation>
    </message>
    <message>
      <source>Pan; seen whole, move a wipe's divider</source>
      <translation>平移；完整显示时移动滑动对比的分隔线</translation>
    </message>
    <message>
      <source>Ctrl with arrow keys</source>
      <translation>Ctrl 加方向键</translation>
    </message>
    <message>
      <source>Move a wipe's divider at any zoom</source>
      <translation>在任意缩放下移动滑动对比的分隔线</translation>
    </message>
    <message>
      <source>Double-click the preview</source>
      <translation>双击预览</translation>
    </message>
    <message>
      <source>Whole picture, or its pixels</source>
      <translation>整张图片，或实际像素</translation>
    </message>
    <message>
      <source>Hold \</source>
      <translation>按住 \</translation>
    </message>
    <message>
      <source>See the untouched photograph</source>
      <translation>查看未处理的照片</translation>
    </message>
    <message>
      <source>Hold Space, or the middle button</source>
      <translation>按住空格键或鼠标中键</translation>
    </message>
    <message>
      <source>Move the picture with any tool</source>
      <translation>用任何工具时都可移动图片</translation>
    </message>
    <message>
      <source>Alt or Ctrl while painting</source>
      <translation>涂抹时按住 Alt 或 Ctrl</translation>
    </message>
    <message>
      <source>Double-click a landmark</source>
      <translation>双击特征点</translation>
    </message>
    <message>
      <source>Put it back where it was found</source>
      <translation>还原到检测到的位置</translation>
    </message>
    <message>
      <source>, and . with the landmarks</source>
      <translation>使用特征点工具时按 , 和 .</translation>
    </message>
    <message>
      <source>Go from point to point; arrow keys move it</source>
      <translation>逐点切换；方向键移动该点</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Cancel what is running, close the message</source>
      <translation>取消正在进行的工作，关闭消息</translation>
    </message>
    <message>
      <source>Double-click a slider or its name</source>
      <translation>双击滑块或其名称</translation>
    </message>
    <message>
      <source>Back to its default</source>
      <translation>恢复默认值</translation>
    </message>
    <message>
      <source>Arrow keys, Page Up and Down on a slider</source>
      <translation>滑块上的方向键、Page Up 和 Page Down</translation>
    </message>
    <message>
      <source>Fine and coarse steps</source>
      <translation>微调与粗调</translation>
    </message>
    <message>
      <source>Alt- or Ctrl-click a level's switch</source>
      <translation>按住 Alt 或 Ctrl 单击层开关</translation>
    </message>
    <message>
      <source>This level alone, and all again</source>
      <translation>仅该层，再次单击恢复全部</translation>
    </message>
    <message>
      <source>Drag the button beside Export</source>
      <translation>拖动“导出”旁的按钮</translation>
    </message>
    <message>
      <source>Click a framed face</source>
      <translation>单击带框的人脸</translation>
    </message>
    <message>
      <source>Use that face</source>
      <translation>使用该人脸</translation>
    </message>
    <message>
      <source>Keyboard and mouse</source>
      <translation>键盘与鼠标</translation>
    </message>
    <message>
      <source>Mouse and held keys</source>
      <translation>鼠标与按住的按键</translation>
    </message>
    <message>
      <source>Snapshots</source>
      <translation>快照</translation>
    </message>
    <message>
      <source>Compare the result with this snapshot</source>
      <translation>将结果与此快照对比</translation>
    </message>
    <message>
      <source>Go back to this snapshot</source>
      <translation>返回此快照</translation>
    </message>
    <message>
      <source>Forget this snapshot</source>
      <translation>移除此快照</translation>
    </message>
    <message>
      <source>Kept as snapshot {name}</source>
      <translation>已保留为快照 {name}</translation>
    </message>
    <message>
      <source>Go to snapshot {name}</source>
      <translation>转到快照 {name}</translation>
    </message>
    <message>
      <source>Rendering the snapshot</source>
      <translation>正在渲染快照</translation>
    </message>
    <message>
      <source>{ms:.0f} ms on {device}</source>
      <translation>{ms:.0f} 毫秒 · {device}</translation>
    </message>
    <message>
      <source>Open source {name}</source>
      <translation>打开源图 {name}</translation>
    </message>
    <message>
      <source>Open target {name}</source>
      <translation>打开目标图 {name}</translation>
    </message>
    <message>
      <source>Choose source face {number}</source>
      <translation>选择源图人脸 {number}</translation>
    </message>
    <message>
      <source>Choose target face {number}</source>
      <translation>选择目标图人脸 {number}</translation>
    </message>
    <message>
      <source>Point out a face of the source</source>
      <translation>在源图中框选一张人脸</translation>
    </message>
    <message>
      <source>Point out a face of the target</source>
      <translation>在目标图中框选一张人脸</translation>
    </message>
    <message>
      <source>Render</source>
      <translation>渲染</translation>
    </message>
    <message>
      <source>Rendering was stopped. The picture does not show all changes yet.</source>
      <translation>渲染已停止。图片尚未显示全部改动。</translation>
    </message>
    <message>
      <source>Saving {name}</source>
      <translation>正在保存 {name}</translation>
    </message>
    <message>
      <source>Pasting</source>
      <translation>正在粘贴</translation>
    </message>
    <message>
      <source>Looking for a face in the box</source>
      <translation>正在框内寻找人脸</translation>
    </message>
    <message>
      <source>Exporting {name}</source>
      <translation>正在导出 {name}</translation>
    </message>
    <message>
      <source>Exchange source and target</source>
      <translation>交换源图与目标图</translation>
    </message>
    <message>
      <source>Saved {path}</source>
      <translation>已保存 {path}</translation>
    </message>
    <message>
      <source>&amp;Hand</source>
      <translation>抓手(&amp;H)</translation>
    </message>
    <message>
      <source>Move the picture by dragging it; seen whole, or with Alt, it is dragged into another program</source>
      <translation>拖动以移动图片；完整显示时直接拖动，或按住 Alt 拖动，可将其拖入其他程序</translation>
    </message>
    <message>
      <source>Brush: &amp;face</source>
      <translation>画笔：显露人脸(&amp;F)</translation>
    </message>
    <message>
      <source>Paint where the face must show; with Alt, paint as computed</source>
      <translation>涂抹必须显露换上的人脸的地方；按住 Alt 涂回自动结果</translation>
    </message>
    <message>
      <source>Eraser: &amp;target</source>
      <translation>橡皮：保留目标图(&amp;T)</translation>
    </message>
    <message>
      <source>Paint where the target must stay; with Alt, paint as computed</source>
      <translation>涂抹必须保留目标图原貌的地方；按住 Alt 涂回自动结果</translation>
    </message>
    <message>
      <source>&amp;Soften</source>
      <translation>柔化(&amp;S)</translation>
    </message>
    <message>
      <source>Paint where the edge of the face must be softer; with Alt, paint as computed</source>
      <translation>涂抹人脸边缘需要更柔和的地方；按住 Alt 涂回自动结果</translation>
    </message>
    <message>
      <source>&amp;Landmarks</source>
      <translation>特征点(&amp;L)</translation>
    </message>
    <message>
      <source>Drag the face's points to where they belong; a double-click puts one back</source>
      <translation>把人脸上的点拖到正确的位置；双击可还原一个点</translation>
    </message>
    <message>
      <source>Face &amp;box</source>
      <translation>人脸框选(&amp;B)</translation>
    </message>
    <message>
      <source>Draw a box around a face that was missed</source>
      <translation>在漏掉的人脸周围画一个框</translation>
    </message>
    <message>
      <source>Show the &amp;mask</source>
      <translation>显示蒙版(&amp;M)</translation>
    </message>
    <message>
      <source>Hatch what is painted over the picture</source>
      <translation>在图片上用斜线标出涂抹过的地方</translation>
    </message>
    <message>
      <source>E&amp;xchange brush and eraser</source>
      <translation>切换画笔与橡皮(&amp;X)</translation>
    </message>
    <message>
      <source>Paint the opposite</source>
      <translation>改为相反的涂抹</translation>
    </message>
    <message>
      <source>Sma&amp;ller brush</source>
      <translation>缩小画笔(&amp;L)</translation>
    </message>
    <message>
      <source>Paint finer</source>
      <translation>涂得更细</translation>
    </message>
    <message>
      <source>Lar&amp;ger brush</source>
      <translation>放大画笔(&amp;G)</translation>
    </message>
    <message>
      <source>Paint wider</source>
      <translation>涂得更宽</translation>
    </message>
    <message>
      <source>S&amp;ofter brush</source>
      <translation>柔和画笔(&amp;O)</translation>
    </message>
    <message>
      <source>Let the brush fade out earlier</source>
      <translation>让画笔更早淡出</translation>
    </message>
    <message>
      <source>Ha&amp;rder brush</source>
      <translation>硬朗画笔(&amp;R)</translation>
    </message>
    <message>
      <source>Let the brush fade out later</source>
      <translation>让画笔更晚淡出</translation>
    </message>
    <message>
      <source>&amp;Clear the mask</source>
      <translation>清除蒙版(&amp;C)</translation>
    </message>
    <message>
      <source>Take back everything that is painted on this face</source>
      <translation>撤去在这张人脸上涂抹的全部内容</translation>
    </message>
    <message>
      <source>&amp;Put all landmarks back</source>
      <translation>还原全部特征点(&amp;P)</translation>
    </message>
    <message>
      <source>Put all points of this face back where they were found</source>
      <translation>把这张人脸的所有点还原到检测到的位置</translation>
    </message>
    <message>
      <source>Forget this fac&amp;e</source>
      <translation>移除这张人脸(&amp;E)</translation>
    </message>
    <message>
      <source>Forget the face in use, if it was pointed out with a box</source>
      <translation>移除当前人脸（仅限手动框选的人脸）</translation>
    </message>
    <message>
      <source>&amp;Undo {step}</source>
      <translation>撤销 {step}(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Redo {step}</source>
      <translation>重做 {step}(&amp;R)</translation>
    </message>
    <message>
      <source>Zoom &amp;in</source>
      <translation>放大(&amp;I)</translation>
    </message>
    <message>
      <source>Enlarge the preview</source>
      <translation>放大预览</translation>
    </message>
    <message>
      <source>Zoom &amp;out</source>
      <translation>缩小(&amp;O)</translation>
    </message>
    <message>
      <source>Make the preview smaller</source>
      <translation>缩小预览</translation>
    </message>
    <message>
      <source>&amp;Fit</source>
      <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
      <source>Show the whole picture</source>
      <translation>显示整张图片</translation>
    </message>
    <message>
      <source>&amp;Actual size (1:1)</source>
      <translation>实际大小 1:1(&amp;A)</translation>
    </message>
    <message>
      <source>One pixel of the picture on one of the screen</source>
      <translation>图片的一个像素对应屏幕的一个像素</translation>
    </message>
    <message>
      <source>F&amp;ull screen</source>
      <translation>全屏(&amp;U)</translation>
    </message>
    <message>
      <source>Give the window the whole screen</source>
      <translation>让窗口占满整个屏幕</translation>
    </message>
    <message>
      <source>&amp;Render again</source>
      <translation>重新渲染(&amp;R)</translation>
    </message>
    <message>
      <source>Make or measure the picture of the controls as they are, after Esc stopped that</source>
      <translation>在用 Esc 停止后，按当前控件重新生成或测量图片</translation>
    </message>
    <message>
      <source>&amp;Wipe</source>
      <translation>滑动对比(&amp;W)</translation>
    </message>
    <message>
      <source>Before and after, with a divider to drag</source>
      <translation>处理前与处理后，拖动分隔线</translation>
    </message>
    <message>
      <source>Wipe &amp;horizontally</source>
      <translation>水平滑动对比(&amp;H)</translation>
    </message>
    <message>
      <source>Before above, after below, with a divider to drag</source>
      <translation>上方为处理前，下方为处理后，拖动分隔线</translation>
    </message>
    <message>
      <source>&amp;Side by side</source>
      <translation>并排(&amp;S)</translation>
    </message>
    <message>
      <source>Before and after next to each other, in step</source>
      <translation>处理前与处理后并排显示，同步缩放</translation>
    </message>
    <message>
      <source>&amp;Difference ×8</source>
      <translation>差异 ×8(&amp;D)</translation>
    </message>
    <message>
      <source>Only what has changed, eight times as strong</source>
      <translation>只显示变化之处，放大八倍</translation>
    </message>
    <message>
      <source>Source · target · &amp;result</source>
      <translation>源图 · 目标图 · 结果(&amp;R)</translation>
    </message>
    <message>
      <source>All three pictures next to each other</source>
      <translation>三张图片并排显示</translation>
    </message>
    <message>
      <source>&amp;Before (hold \)</source>
      <translation>原图(&amp;B)(按住 \)</translation>
    </message>
    <message>
      <source>See the untouched photograph as long as the key or button is held</source>
      <translation>按住按键或按钮时显示未处理的照片</translation>
    </message>
    <message>
      <source>Draw a box around the face</source>
      <translation>在人脸周围画一个框</translation>
    </message>
    <message>
      <source>There is not enough memory for this picture; close other programs or open a smaller copy of it.</source>
      <translation>内存不足，无法处理这张图片；请关闭其他程序，或打开尺寸较小的副本。</translation>
    </message>
    <message>
      <source>Something unexpected went wrong ({kind}: {error}); please report it.</source>
      <translation>发生意外错误（{kind}：{error}）；请报告此问题。</translation>
    </message>
    <message>
      <source>Face shape</source>
      <translation>脸型</translation>
    </message>
    <message>
      <source>Reenactment</source>
      <translation>姿态重演</translation>
    </message>
    <message>
      <source>0 keeps the target's bone structure, 1 brings the source's own.</source>
      <translation>0 保留目标的骨骼结构，1 使用源图自己的骨骼结构。</translation>
    </message>
    <message>
      <source>Expression</source>
      <translation>表情</translation>
    </message>
    <message>
      <source>0 keeps the source's own expression, 1 brings the target's.</source>
      <translation>0 保留源图自己的表情，1 使用目标图的表情。</translation>
    </message>
    <message>
      <source>Eyes</source>
      <translation>眼睛</translation>
    </message>
    <message>
      <source>Who opens and shuts the eyes: 0 is the source as photographed, 1 leaves it to Expression.</source>
      <translation>由谁睁眼和闭眼：0 保持源图拍摄时的样子，1 交由“表情”决定。</translation>
    </message>
    <message>
      <source>Mouth</source>
      <translation>嘴部</translation>
    </message>
    <message>
      <source>Who opens the mouth: 0 is the source with its own teeth, 1 leaves it to Expression. Whose teeth are seen is never mixed: those of the one who opens it more.</source>
      <translation>由谁张嘴：0 为源图的嘴和它自己的牙齿，1 交由“表情”决定。两人的牙齿绝不混合：只显示张得更大的一方的牙齿。</translation>
    </message>
    <message>
      <source>Gaze</source>
      <translation>视线</translation>
    </message>
    <message>
      <source>Where the eyes look: 0 as in the source, 1 where the target looks.</source>
      <translation>眼睛看向何处：0 与源图相同，1 看向目标图所看的方向。</translation>
    </message>
    <message>
      <source>Level 1</source>
      <translation>第 1 层</translation>
    </message>
    <message>
      <source>Appearance levels</source>
      <translation>外观层</translation>
    </message>
    <message>
      <source>How strongly the features of level 1 are mapped to the target's appearance; level 1 is the finest.</source>
      <translation>第 1 层特征映射到目标外观的强度；第 1 层最精细。</translation>
    </message>
    <message>
      <source>Level 2</source>
      <translation>第 2 层</translation>
    </message>
    <message>
      <source>How strongly the features of level 2 are mapped to the target's appearance; level 1 is the finest.</source>
      <translation>第 2 层特征映射到目标外观的强度；第 1 层最精细。</translation>
    </message>
    <message>
      <source>Level 3</source>
      <translation>第 3 层</translation>
    </message>
    <message>
      <source>How strongly the features of level 3 are mapped to the target's appearance; level 1 is the finest.</source>
      <translation>第 3 层特征映射到目标外观的强度；第 1 层最精细。</translation>
    </message>
    <message>
      <source>Refine</source>
      <translation>精修</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>步</translation>
    </message>
    <message>
      <source>How long the mapping goes on learning from this one pair: nearer to the target's appearance, for finals. 100 steps take some seconds.</source>
      <translation>映射继续从这一对图片中学习的时长：更接近目标的外观，适合成片。100 步需要几秒钟。</translation>
    </message>
    <message>
      <source>Light edges</source>
      <translation>光影边缘</translation>
    </message>
    <message>
      <source>How far the edges of the target's cast shadows and highlights are taken over; 0 leaves the light soft.</source>
      <translation>目标照片中投影和高光的边缘保留多少；为 0 时光线保持柔和。</translation>
    </message>
    <message>
      <source>Light match</source>
      <translation>光线匹配</translation>
    </message>
    <message>
      <source>Blend</source>
      <translation>混合</translation>
    </message>
    <message>
      <source>How much of the coarse light that the networks left different from the target's is replaced by the target's own.</source>
      <translation>网络处理后仍与目标不同的粗略光线，有多少由目标自身的光线替换。</translation>
    </message>
    <message>
      <source>Light radius</source>
      <translation>光线半径</translation>
    </message>
    <message>
      <source>eye distances</source>
      <translation>眼距</translation>
    </message>
    <message>
      <source>How coarse that light is. Small radii match shadows better and keep less of the person.</source>
      <translation>该光线的粗略程度。半径越小，阴影匹配越好，但保留的人物特征越少。</translation>
    </message>
    <message>
      <source>Tone match</source>
      <translation>色调匹配</translation>
    </message>
    <message>
      <source>How far the spread of the skin's colours, dark to light and pale to saturated, is brought to the target's.</source>
      <translation>将肤色的分布（明暗与饱和度）向目标靠拢的程度。</translation>
    </message>
    <message>
      <source>Grain</source>
      <translation>颗粒</translation>
    </message>
    <message>
      <source>How far sharpness and grain are brought to those of the target's skin.</source>
      <translation>将清晰度和颗粒感向目标皮肤靠拢的程度。</translation>
    </message>
    <message>
      <source>How strongly the swapped face covers the target: 0 is the untouched photograph.</source>
      <translation>换上的人脸覆盖目标的强度：0 为未处理的照片。</translation>
    </message>
    <message>
      <source>Feather</source>
      <translation>羽化</translation>
    </message>
    <message>
      <source>How wide the edge of the face fades out.</source>
      <translation>人脸边缘淡出的宽度。</translation>
    </message>
    <message>
      <source>Erosion</source>
      <translation>收缩</translation>
    </message>
    <message>
      <source>How far the edge of the face is drawn inwards. A narrow face keeps less of the person.</source>
      <translation>人脸边缘向内收缩的距离。人脸越窄，保留的人物特征越少。</translation>
    </message>
    <message>
      <source>Natural</source>
      <translation>自然</translation>
    </message>
    <message>
      <source>What the controls are set to at first: the person's own bones, the target's expression, skin tone and light in balance.</source>
      <translation>控件的初始状态：人物自身的骨相，目标的表情、肤色与光线，彼此平衡。</translation>
    </message>
    <message>
      <source>Strong light match</source>
      <translation>强光线匹配</translation>
    </message>
    <message>
      <source>For hard or coloured light: shadows and tints of the target arrive almost whole, at the price of some likeness.</source>
      <translation>适合硬光或彩色光：目标的阴影与色调几乎完整保留，但相似度略有下降。</translation>
    </message>
    <message>
      <source>Identity first</source>
      <translation>相似优先</translation>
    </message>
    <message>
      <source>As much of the person as there is: all of their bones, and only the broadest light of the target.</source>
      <translation>尽可能保留人物本身：完整的骨相，只采用目标最大范围的光线。</translation>
    </message>
    <message>
      <source>Sketch</source>
      <translation>草图</translation>
    </message>
    <message>
      <source>The warped face alone, in its own light and with a narrow edge: to judge pose and fit before anything is matched.</source>
      <translation>只有变形后的脸，保持自身光线，边缘较窄：用于在匹配之前判断姿势与贴合程度。</translation>
    </message>
    <message>
      <source>It is doubtful whether there is a face where the source's was found (confidence {number:.0%}, good from {limit:.0%}); look at its landmarks, or draw a box around the right place.</source>
      <translation>源图中找到人脸的地方未必真有人脸（置信度 {number:.0%}，{limit:.0%} 以上为佳）；请检查其关键点，或在正确位置画一个框。</translation>
    </message>
    <message>
      <source>It is doubtful whether there is a face where the target's was found (confidence {number:.0%}, good from {limit:.0%}); look at its landmarks, or draw a box around the right place.</source>
      <translation>目标图中找到人脸的地方未必真有人脸（置信度 {number:.0%}，{limit:.0%} 以上为佳）；请检查其关键点，或在正确位置画一个框。</translation>
    </message>
    <message>
      <source>The source's face is only {number:.0f} pixels between the eyes (good from {limit:.0f}); take a larger picture of it.</source>
      <translation>源图中的人脸两眼间距只有 {number:.0f} 像素（{limit:.0f} 以上为佳）；请换一张更大的照片。</translation>
    </message>
    <message>
      <source>The target's face is only {number:.0f} pixels between the eyes (good from {limit:.0f}); its pose and expression are read less surely.</source>
      <translation>目标图中的人脸两眼间距只有 {number:.0f} 像素（{limit:.0f} 以上为佳）；姿态和表情的读取不太可靠。</translation>
    </message>
    <message>
      <source>The source's face has only {number:.2f} times the size of the target's (good from {limit:.2f}), so the result is softer than the photograph; take a larger picture of the source.</source>
      <translation>源图中的人脸只有目标图人脸的 {number:.2f} 倍大（{limit:.2f} 以上为佳），结果会比照片模糊；请换一张更大的源图。</translation>
    </message>
    <message>
      <source>The source's face is turned {number:.0f}° away from the camera (good up to {limit:.0f}°); take a picture that shows it from the front.</source>
      <translation>源图中的人脸偏离镜头 {number:.0f}°（{limit:.0f}° 以内为佳）；请换一张正面的照片。</translation>
    </message>
    <message>
      <source>The target's face is turned {number:.0f}° away from the camera (good up to {limit:.0f}°); look at the nose and at the edge of the cheek.</source>
      <translation>目标图中的人脸偏离镜头 {number:.0f}°（{limit:.0f}° 以内为佳）；请留意鼻子和脸颊边缘。</translation>
    </message>
    <message>
      <source>The faces look {number:.0f}° apart (good up to {limit:.0f}°); take a source that looks more the way the target does.</source>
      <translation>两张脸的朝向相差 {number:.0f}°（{limit:.0f}° 以内为佳）；请选用朝向与目标图更接近的源图。</translation>
    </message>
    <message>
      <source>Hair, glasses or a hand cover {number:.0%} of the source's face (good up to {limit:.0%}); take a picture that shows it free, or brush over what looks borrowed.</source>
      <translation>头发、眼镜或手遮住了源图人脸的 {number:.0%}（{limit:.0%} 以内为佳）；请换一张没有遮挡的照片，或用画笔修掉看起来不自然的部分。</translation>
    </message>
    <message>
      <source>Hair, glasses or a hand cover {number:.0%} of the target's face (good up to {limit:.0%}) and stay in front; where that is wrong, paint the mask.</source>
      <translation>头发、眼镜或手遮住了目标图人脸的 {number:.0%}（{limit:.0%} 以内为佳），它们会留在前面；不对的地方请用蒙版修正。</translation>
    </message>
    <message>
      <source>{number:.0%} of the source's face lies outside of its picture (good up to {limit:.0%}); take a picture that shows all of it.</source>
      <translation>源图人脸有 {number:.0%} 在画面之外（{limit:.0%} 以内为佳）；请换一张人脸完整的照片。</translation>
    </message>
    <message>
      <source>{number:.0%} of the target's face lies outside of its picture (good up to {limit:.0%}); its pose is read less surely.</source>
      <translation>目标图人脸有 {number:.0%} 在画面之外（{limit:.0%} 以内为佳）；姿态的读取不太可靠。</translation>
    </message>
    <message>
      <source>The source's face is blurred (sharpness {number:.2f}, good from {limit:.2f}); take a sharper picture of it.</source>
      <translation>源图中的人脸模糊（清晰度 {number:.2f}，{limit:.2f} 以上为佳）；请换一张更清晰的照片。</translation>
    </message>
    <message>
      <source>The source's face is dark (brightness {number:.2f}, good from {limit:.2f}); take a picture in more light.</source>
      <translation>源图中的人脸太暗（亮度 {number:.2f}，{limit:.2f} 以上为佳）；请换一张光线更好的照片。</translation>
    </message>
    <message>
      <source>{path} is missing; {remedy}</source>
      <translation>缺少 {path}；{remedy}</translation>
    </message>
    <message>
      <source>the two pictures of a painted mask differ in size; paint it again</source>
      <translation>手绘蒙版的两幅图像尺寸不同；请重新绘制</translation>
    </message>
    <message>
      <source>{mask} is {width}×{height} pixels and the target {target_width}×{target_height}; a mask has the target's proportions</source>
      <translation>{mask} 为 {width}×{height} 像素，而目标为 {target_width}×{target_height}；蒙版的宽高比必须与目标一致</translation>
    </message>
    <message>
      <source>a painted mask could not be kept; paint it smaller</source>
      <translation>无法保存手绘蒙版；请缩小绘制范围</translation>
    </message>
    <message>
      <source>a painted mask is damaged; paint it again or open a copy of the project</source>
      <translation>手绘蒙版已损坏；请重新绘制，或打开项目的副本</translation>
    </message>
    <message>
      <source>{path} does not hold {what} weights; install the package again: pip install --force-reinstall faceswap-gui ({reason})</source>
      <translation>{path} 不包含 {what} 权重；请重新安装软件包：pip install --force-reinstall faceswap-gui（{reason}）</translation>
    </message>
    <message>
      <source>{path} is damaged; install the package again ({error})</source>
      <translation>{path} 已损坏；请重新安装软件包（{error}）</translation>
    </message>
    <message>
      <source>there is no target yet; open one</source>
      <translation>还没有目标；请打开一张</translation>
    </message>
    <message>
      <source>the clipboard holds no picture that can be read; copy it again</source>
      <translation>剪贴板中没有可读取的图片；请重新复制</translation>
    </message>
    <message>
      <source>this format holds no layers; the result alone is in the file</source>
      <translation>此格式不含图层；文件中只有结果</translation>
    </message>
    <message>
      <source>{filename} could not be read: {reason}</source>
      <translation>无法读取 {filename}：{reason}</translation>
    </message>
    <message>
      <source>{key} holds no unencrypted private key in PEM: {error}</source>
      <translation>{key} 不含未加密的 PEM 私钥：{error}</translation>
    </message>
    <message>
      <source>the signing key could not be kept in {folder}: {reason}; make it writable, or export without a signature</source>
      <translation>无法将签名密钥保存在 {folder}：{reason}；请允许写入该文件夹，或不带签名导出</translation>
    </message>
    <message>
      <source>its high dynamic range was taken as sRGB</source>
      <translation>其高动态范围已按 sRGB 处理</translation>
    </message>
    <message>
      <source>it has no channels R, G, B or Y; export the finished picture</source>
      <translation>它没有 R、G、B 或 Y 通道；请导出成品图片</translation>
    </message>
    <message>
      <source>its channels beside colour and alpha were left out</source>
      <translation>已舍弃颜色和透明度以外的通道</translation>
    </message>
    <message>
      <source>its colour primaries were taken as those of Rec. 709</source>
      <translation>其原色已按 Rec. 709 处理</translation>
    </message>
    <message>
      <source>unreadable</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>it is not for viewing; export the finished picture</source>
      <translation>它不是用于观看的图像；请导出成品图片</translation>
    </message>
    <message>
      <source>its mode is rare; convert it to RGB with 8 or 16 bits</source>
      <translation>其颜色模式少见；请转换为 8 位或 16 位 RGB</translation>
    </message>
    <message>
      <source>its flattened picture is not whole</source>
      <translation>其合并图像不完整</translation>
    </message>
    <message>
      <source>developed with the camera's settings</source>
      <translation>已按相机设置显影</translation>
    </message>
    <message>
      <source>its EXIF is damaged and was left out</source>
      <translation>其 EXIF 已损坏，已舍弃</translation>
    </message>
    <message>
      <source>its CMYK colours were converted to sRGB</source>
      <translation>其 CMYK 颜色已转换为 sRGB</translation>
    </message>
    <message>
      <source>its pixels are {format}; save it with 8 or 16 bits or 32-bit floats per channel</source>
      <translation>其像素格式为 {format}；请保存为每通道 8 位、16 位或 32 位浮点</translation>
    </message>
    <message>
      <source>its EXIF could not be read and was left out</source>
      <translation>无法读取其 EXIF，已舍弃</translation>
    </message>
    <message>
      <source>a layer is not within the picture</source>
      <translation>图层超出了图片范围</translation>
    </message>
    <message>
      <source>{path}: layers can be written as .psd or .tif</source>
      <translation>{path}：图层只能写入 .psd 或 .tif</translation>
    </message>
    <message>
      <source>{path} could not be written: not enough memory</source>
      <translation>无法写入 {path}：内存不足</translation>
    </message>
    <message>
      <source>{path}: the layers are too large for one {kind}; write the result alone, as .png</source>
      <translation>{path}：图层对于一个 {kind} 文件来说太大；请只导出结果，存为 .png</translation>
    </message>
    <message>
      <source>quality takes 1 to 100, not {value}</source>
      <translation>质量应为 1 到 100，而不是 {value}</translation>
    </message>
    <message>
      <source>subsampling takes {names}, not {value}</source>
      <translation>子采样应为 {names} 之一，而不是 {value}</translation>
    </message>
    <message>
      <source>pixels are uint8, uint16 or float, not {dtype}</source>
      <translation>像素应为 uint8、uint16 或浮点，而不是 {dtype}</translation>
    </message>
    <message>
      <source>an array of shape {shape} is no picture: it takes (h, w, 3)</source>
      <translation>形状为 {shape} 的数组不是图片：应为 (h, w, 3)</translation>
    </message>
    <message>
      <source>{name} has {width}×{height} pixels, {megapixels:.0f} megapixels; the limit is {max_megapixels}: scale it down first</source>
      <translation>{name} 为 {width}×{height} 像素，共 {megapixels:.0f} 百万像素；上限为 {max_megapixels}：请先缩小</translation>
    </message>
    <message>
      <source>the picture could not be signed: {error}; check the certificate, or export without a signature</source>
      <translation>无法为图片签名：{error}；请检查证书，或不带签名导出</translation>
    </message>
    <message>
      <source>it was signed with a key for it alone, since {error}</source>
      <translation>这张图片使用仅供本次的临时密钥签名，因为：{error}</translation>
    </message>
    <message>
      <source>{path} is empty; take another copy of it</source>
      <translation>{path} 是空文件；请换用另一份副本</translation>
    </message>
    <message>
      <source>{path} is not a picture of a known kind; save it as one of {names}</source>
      <translation>{path} 不是已知类型的图片；请另存为以下格式之一：{names}</translation>
    </message>
    <message>
      <source>{path} is a {kind} of a rare kind: {reason}</source>
      <translation>{path} 是少见类型的 {kind}：{reason}</translation>
    </message>
    <message>
      <source>{path} is a damaged or incomplete {kind} ({reason}); take another copy of it, or open it in an image editor and save it again</source>
      <translation>{path} 是损坏或不完整的 {kind}（{reason}）；请换用另一份副本，或在图像编辑器中打开并重新保存</translation>
    </message>
    <message>
      <source>{path} could not be read: {reason}</source>
      <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
      <source>{path} does not fit into memory; scale it down first</source>
      <translation>内存容不下 {path}；请先缩小</translation>
    </message>
    <message>
      <source>{path} is a folder; name a picture file in it</source>
      <translation>{path} 是文件夹；请选择其中的图片文件</translation>
    </message>
    <message>
      <source>{path} is a device or pipe; name a picture file</source>
      <translation>{path} 是设备或管道；请选择图片文件</translation>
    </message>
    <message>
      <source>{path} does not exist; check the name and the folder</source>
      <translation>{path} 不存在；请检查名称和文件夹</translation>
    </message>
    <message>
      <source>{path} may not be read; change its permissions or copy it</source>
      <translation>没有读取 {path} 的权限；请更改其权限，或复制一份</translation>
    </message>
    <message>
      <source>{path!s:.300} cannot be opened: {reason}</source>
      <translation>无法打开 {path!s:.300}：{reason}</translation>
    </message>
    <message>
      <source>its {kind} is too long for this format and was left out</source>
      <translation>其 {kind} 数据超出此格式的长度上限，已省略</translation>
    </message>
    <message>
      <source>the disk is full: free some space or choose another folder</source>
      <translation>磁盘已满：请释放空间，或选择其他文件夹</translation>
    </message>
    <message>
      <source>your share of the disk is used up: free some space or choose another folder</source>
      <translation>您的磁盘配额已用完：请释放空间，或选择其他文件夹</translation>
    </message>
    <message>
      <source>the file would be larger than allowed here: choose another folder</source>
      <translation>文件会超过此处允许的大小：请选择其他文件夹</translation>
    </message>
    <message>
      <source>the folder may not be written to: choose another one</source>
      <translation>没有写入该文件夹的权限：请选择其他文件夹</translation>
    </message>
    <message>
      <source>the disk is read-only: choose another folder</source>
      <translation>磁盘为只读：请选择其他文件夹</translation>
    </message>
    <message>
      <source>the name is too long: choose a shorter one</source>
      <translation>名称过长：请使用较短的名称</translation>
    </message>
    <message>
      <source>{path}: {kind} holds at most {longest} pixels a side, the picture has {side}; write PNG or TIFF</source>
      <translation>{path}：{kind} 每边最多 {longest} 像素，而图片为 {side}；请改用 PNG 或 TIFF</translation>
    </message>
    <message>
      <source>{path}: cannot write {suffix}; use one of {suffixes}</source>
      <translation>{path}：无法写入 {suffix}；请使用以下之一：{suffixes}</translation>
    </message>
    <message>
      <source>{path} is a folder; add a file name</source>
      <translation>{path} 是文件夹；请加上文件名</translation>
    </message>
    <message>
      <source>the folder {parent} does not exist; create it or choose another one</source>
      <translation>文件夹 {parent} 不存在；请创建它，或选择其他文件夹</translation>
    </message>
    <message>
      <source>{path} is write-protected; choose another name</source>
      <translation>{path} 受写保护；请换一个名称</translation>
    </message>
    <message>
      <source>{path} could not be written: {remedy}</source>
      <translation>无法写入 {path}：{remedy}</translation>
    </message>
    <message>
      <source>JPEG always loses something; WebP and JPEG XL need not</source>
      <translation>JPEG 总会有损失；WebP 和 JPEG XL 可以无损</translation>
    </message>
    <message>
      <source>give a .safetensors file written by 'faceswap-gui train', or leave the option out</source>
      <translation>请提供由 faceswap-gui train 写出的 .safetensors 文件，或省略该选项</translation>
    </message>
    <message>
      <source>the weights file {path} does not exist; {remedy}</source>
      <translation>权重文件 {path} 不存在；{remedy}</translation>
    </message>
    <message>
      <source>{path} holds weights of another network (format {found}, expected {format!r}); {remedy}</source>
      <translation>{path} 包含其他网络的权重（格式为 {found}，应为 {format!r}）；{remedy}</translation>
    </message>
    <message>
      <source>{path} does not hold the network its header describes ({reason}); {remedy}</source>
      <translation>{path} 的内容与其文件头描述的网络不符（{reason}）；{remedy}</translation>
    </message>
    <message>
      <source>{path} {reason}; {remedy}</source>
      <translation>{path} {reason}；{remedy}</translation>
    </message>
    <message>
      <source>there is no control {name!r}; there are: {names}</source>
      <translation>没有控件 {name!r}；可用的有：{names}</translation>
    </message>
    <message>
      <source>{name} takes {minimum:g} to {maximum:g}, not {number:g}</source>
      <translation>{name} 应为 {minimum:g} 到 {maximum:g}，而不是 {number:g}</translation>
    </message>
    <message>
      <source>{name} takes a number, not {value!r}</source>
      <translation>{name} 应为数字，而不是 {value!r}</translation>
    </message>
    <message>
      <source>levels takes {mapped_levels} strengths, not {number}</source>
      <translation>levels 需要 {mapped_levels} 个强度值，而不是 {number} 个</translation>
    </message>
    <message>
      <source>{name}: no face was found; try a picture in which the face is larger, sharper or turned more to the camera</source>
      <translation>{name}：未找到人脸；请换一张人脸更大、更清晰或更正对镜头的图片</translation>
    </message>
    <message>
      <source>{name} has {many}; there is no face {index}</source>
      <translation>{name} 中有 {many}；没有第 {index} 张人脸</translation>
    </message>
    <message>
      <source>{name}: no face was found in the box; draw it from the forehead to the chin of one face, and not around half of it</source>
      <translation>{name}：框中未找到人脸；请将框从一张脸的额头画到下巴，不要只框住半张脸</translation>
    </message>
    <message>
      <source>there is no source yet; open the picture that gives its face</source>
      <translation>还没有源图片；请打开提供人脸的图片</translation>
    </message>
    <message>
      <source>{path}, the batch's queue, could not be written ({reason}); free space or choose another folder</source>
      <translation>无法写入批处理队列 {path}（{reason}）；请释放空间，或选择其他文件夹</translation>
    </message>
    <message>
      <source>{path}, the batch's queue, is held by another program; try again in a moment, or end the program that hangs</source>
      <translation>批处理队列 {path} 正被另一个程序占用；请稍后再试，或结束没有响应的程序</translation>
    </message>
    <message>
      <source>another window or command is doing the batch in {path}; let it finish or stop it there first</source>
      <translation>另一个窗口或命令正在处理 {path} 中的批处理；请等它完成，或先在那里停止它</translation>
    </message>
    <message>
      <source>{path} was written by a newer version; use that one</source>
      <translation>{path} 由较新的版本写出；请使用该版本</translation>
    </message>
    <message>
      <source>{path} could not be read ({reason})</source>
      <translation>无法读取 {path}（{reason}）</translation>
    </message>
    <message>
      <source>{path}, the batch's queue, is damaged in line {number}; delete it and give the batch again: finished pictures are kept</source>
      <translation>批处理队列 {path} 的第 {number} 行已损坏；请删除它并重新提交批处理：已完成的图片会保留</translation>
    </message>
    <message>
      <source>something unforeseen happened ({kind}: {error})</source>
      <translation>发生了意外错误（{kind}：{error}）</translation>
    </message>
    <message>
      <source>there is not enough memory for this picture; try a smaller copy of it</source>
      <translation>内存不足，无法处理这张图片；请改用较小的副本</translation>
    </message>
    <message>
      <source>{path} could not be read ({reason}); put the picture back</source>
      <translation>无法读取 {path}（{reason}）；请将图片放回原处</translation>
    </message>
    <message>
      <source>{path} holds a setting that cannot be: {error}</source>
      <translation>{path} 包含无效的设置：{error}</translation>
    </message>
    <message>
      <source>{name} is far too large for a mask; paint it again</source>
      <translation>{name} 作为蒙版过大；请重新绘制</translation>
    </message>
    <message>
      <source>{project} holds an edit that cannot be: {error}</source>
      <translation>{project} 包含无效的编辑：{error}</translation>
    </message>
    <message>
      <source>{path} could not be written ({reason}); choose another folder or free space</source>
      <translation>无法写入 {path}（{reason}）；请选择其他文件夹，或释放空间</translation>
    </message>
    <message>
      <source>the folder {folder} of {name} does not exist; make it first</source>
      <translation>{name} 所在的文件夹 {folder} 不存在；请先创建</translation>
    </message>
    <message>
      <source>{path} is a folder; name a file in it</source>
      <translation>{path} 是文件夹；请指定其中的文件名</translation>
    </message>
    <message>
      <source>{path} is not writable; choose another folder</source>
      <translation>{path} 不可写；请选择其他文件夹</translation>
    </message>
    <message>
      <source>the folder {path} is not writable; choose another</source>
      <translation>文件夹 {path} 不可写；请选择其他文件夹</translation>
    </message>
    <message>
      <source>{path} is an input and would be lost; give -o another name</source>
      <translation>{path} 是输入文件，写入会使其丢失；请用 -o 指定其他名称</translation>
    </message>
    <message>
      <source>the folder {path} cannot be made ({reason}); choose another</source>
      <translation>无法创建文件夹 {path}（{reason}）；请选择其他文件夹</translation>
    </message>
    <message>
      <source>{path} could not be read ({reason}); check its name</source>
      <translation>无法读取 {path}（{reason}）；请检查名称</translation>
    </message>
    <message>
      <source>a preset's name cannot hold {characters}; leave it out</source>
      <translation>预设名称不能包含 {characters}；请去掉</translation>
    </message>
    <message>
      <source>a preset needs a name that neither begins nor ends with a dot</source>
      <translation>预设名称不能为空，也不能以句点开头或结尾</translation>
    </message>
    <message>
      <source>a preset's name has at most {longest} characters, not {number}</source>
      <translation>预设名称最多 {longest} 个字符，而不是 {number} 个</translation>
    </message>
    <message>
      <source>there is no preset {name!r}; there are: {names}; or name a file *{suffix}</source>
      <translation>没有预设 {name!r}；可用的有：{names}；也可指定 *{suffix} 文件</translation>
    </message>
    <message>
      <source>{path} was made by a newer version; install that to use it</source>
      <translation>{path} 由较新的版本创建；请安装该版本后使用</translation>
    </message>
    <message>
      <source>{path} holds what cannot be: {error}</source>
      <translation>{path} 包含无效内容：{error}</translation>
    </message>
    <message>
      <source>{path} is damaged or no preset of faceswap-gui; export it again where it came from</source>
      <translation>{path} 已损坏或不是 faceswap-gui 的预设；请从来源处重新导出</translation>
    </message>
    <message>
      <source>{name} comes with the program and stays; save one of your own</source>
      <translation>{name} 是程序自带的预设，不能删除；请另存自己的预设</translation>
    </message>
    <message>
      <source>{name} comes with the program; choose another name</source>
      <translation>{name} 是程序自带的预设；请换一个名称</translation>
    </message>
    <message>
      <source>the folder {folder} could not be made ({reason}); make it</source>
      <translation>无法创建文件夹 {folder}（{reason}）；请手动创建</translation>
    </message>
    <message>
      <source>{name} has changed since the project was saved; its faces may be others now</source>
      <translation>{name} 在项目保存之后有改动；其中的人脸可能已不同</translation>
    </message>
    <message>
      <source>{path} was saved by a newer version ({program}, format {format}; this one reads up to {newest}); install the newer version</source>
      <translation>{path} 由较新的版本保存（{program}，格式 {format}；本版本最高支持 {newest}）；请安装较新的版本</translation>
    </message>
    <message>
      <source>{full}, a picture of snapshot {number}, is missing; put it back to compare with it</source>
      <translation>缺少快照 {number} 所用的图片 {full}；请将其放回原处，以便与之比较</translation>
    </message>
    <message>
      <source>{path} does not exist; check its name</source>
      <translation>{path} 不存在；请检查名称</translation>
    </message>
    <message>
      <source>{path} could not be read ({reason}); check its permissions</source>
      <translation>无法读取 {path}（{reason}）；请检查其权限</translation>
    </message>
    <message>
      <source>{path} is damaged or no faceswap-gui project; open a copy of it or start a new one</source>
      <translation>{path} 已损坏或不是 faceswap-gui 项目；请打开其副本，或新建项目</translation>
    </message>
    <message>
      <source>{full}, a picture of {name}, is missing; put it back or beside the project file</source>
      <translation>缺少 {name} 所用的图片 {full}；请将其放回原处，或放在项目文件旁</translation>
    </message>
    <message>
      <source>the report tells of the last render; render the document first</source>
      <translation>报告针对最近一次渲染；请先渲染文档</translation>
    </message>
    <message>
      <source>the project has no {role} picture; open one and save it again</source>
      <translation>项目没有 {role} 图片；请打开一张并重新保存</translation>
    </message>
  </context>
</TS>